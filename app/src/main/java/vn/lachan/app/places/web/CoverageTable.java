package vn.lachan.app.places.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.CoverageFigures;
import vn.lachan.app.places.CoverageQuestion;
import vn.lachan.app.places.CoverageReport;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** The rows of a report as a page shows them: named, in order, each figure with its list. */
@Component
class CoverageTable {
  private static final Locale VIETNAMESE = Locale.of("vi");
  static final String PAGE = "/places/coverage";
  static final String LIST = "/places/coverage/places";
  static final String LISTED = "/places/obliged";

  private final PlaceWords words;
  private final Units units;

  CoverageTable(PlaceWords words, Units units) {
    this.words = words;
    this.units = units;
  }

  /**
   * A row.
   *
   * @param down what lies below it
   * @param apart whether it is a commune that belongs wholly to no unit of this level
   */
  record Line(
      String name,
      @Nullable String down,
      boolean apart,
      CoverageFigures figures,
      Map<String, String> links) {}

  /** A step of the way from the top to the unit shown. */
  record Step(String name, String href) {}

  List<Line> lines(CoverageReport report, CoverageForm form) {
    List<CoverageReport.Row> rows = new ArrayList<>(report.rows());
    rows.sort(order(report.question(), form.order()));
    return rows.stream().map(row -> line(report.question(), row, form)).toList();
  }

  Line total(CoverageReport report, CoverageForm form) {
    return new Line("", null, false, report.total(), links(form, own(report.question())));
  }

  List<Step> way(CoverageReport report, CoverageForm form) {
    Integer unit = report.question().unit();
    if (unit == null) {
      return List.of();
    }
    List<Unit> above = new ArrayList<>(units.ancestors(unit));
    Collections.reverse(above);
    units.find(unit).ifPresent(above::add);
    return above.stream()
        .map(
            step ->
                new Step(
                    step.fullName(),
                    form.address(PAGE, change("unit", Integer.toString(step.id())))))
        .toList();
  }

  String name(CoverageQuestion question, CoverageReport.Row row) {
    return switch (question.by()) {
      case UNIT -> words.unit(Integer.parseInt(row.key()));
      case SECTOR -> words.sector(row.key());
      case TYPE -> words.type(row.key());
    };
  }

  private Line line(CoverageQuestion question, CoverageReport.Row row, CoverageForm form) {
    Map<String, @Nullable String> here = own(question);
    Map<String, @Nullable String> down = new HashMap<>(here);
    switch (question.by()) {
      case UNIT -> {
        here.put("unit", row.key());
        down.put("unit", row.key());
        down.put("by", row.leads() ? "unit" : "type");
      }
      case SECTOR -> {
        here.put("sector", row.key());
        down.put("sector", row.key());
        down.put("by", "type");
      }
      case TYPE -> here.put("type", row.key());
    }
    String href = question.by() == CoverageQuestion.By.TYPE ? null : form.address(PAGE, down);
    return new Line(name(question, row), href, row.apart(), row.figures(), links(form, here));
  }

  /** The unit that stands for the actor's own is written out, so that the link says it. */
  private static Map<String, @Nullable String> own(CoverageQuestion question) {
    Integer unit = question.unit();
    return change("unit", unit == null ? null : unit.toString());
  }

  private static Map<String, String> links(CoverageForm form, Map<String, @Nullable String> here) {
    Map<String, String> links = new HashMap<>();
    for (String figure :
        List.of(
            "must",
            "registered",
            "waiting",
            "active",
            "idle",
            "dead",
            "never",
            "silent",
            "expecting")) {
      Map<String, @Nullable String> there = new HashMap<>(here);
      there.put("figure", figure);
      there.put("by", null);
      there.put("sort", null);
      links.put(figure, form.address(LIST, there));
    }
    Map<String, @Nullable String> listed = new HashMap<>(here);
    for (String name : List.of("by", "sort", "day", "days")) {
      listed.put(name, null);
    }
    listed.put("state", "listed");
    links.put("listed", form.address(LISTED, listed));
    return links;
  }

  static Map<String, @Nullable String> change(String name, @Nullable String value) {
    Map<String, @Nullable String> changes = new HashMap<>();
    changes.put(name, value);
    return changes;
  }

  private Comparator<CoverageReport.Row> order(CoverageQuestion question, String order) {
    Comparator<CoverageReport.Row> byName =
        question.by() == CoverageQuestion.By.UNIT
            ? Comparator.comparing(CoverageReport.Row::apart)
                .thenComparing(this::unit, Comparator.nullsLast(Units.vietnameseOrder()))
            : Comparator.comparing(row -> name(question, row), Collator.getInstance(VIETNAMESE));
    return switch (order) {
      case "missing" -> most(figures -> figures.waiting() + figures.listed()).thenComparing(byName);
      case "dead" -> most(CoverageFigures::dead).thenComparing(byName);
      case "idle" -> most(CoverageFigures::idle).thenComparing(byName);
      default -> byName;
    };
  }

  private @Nullable Unit unit(CoverageReport.Row row) {
    return units.find(Integer.parseInt(row.key())).orElse(null);
  }

  private static Comparator<CoverageReport.Row> most(
      java.util.function.ToIntFunction<CoverageFigures> figure) {
    return Comparator.<CoverageReport.Row>comparingInt(row -> figure.applyAsInt(row.figures()))
        .reversed();
  }
}
