package vn.lachan.app.places.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.places.InspectionFilter;
import vn.lachan.app.places.InspectionRow;
import vn.lachan.app.places.InspectionState;
import vn.lachan.app.places.Inspections;

/** Inspections as a work list: what is due, what is overdue, what was found. */
@Controller
class InspectionListPages {
  private static final String LIST = "/places/inspections";
  private static final List<String> COLUMNS =
      List.of(
          "name", "address", "type", "unit", "sector", "at", "inspector", "missed", "state", "due");

  private final Inspections inspections;
  private final PlaceWords words;
  private final SheetAnswer sheets;
  private final Accounts accounts;

  InspectionListPages(
      Inspections inspections, PlaceWords words, SheetAnswer sheets, Accounts accounts) {
    this.inspections = inspections;
    this.words = words;
    this.sheets = sheets;
    this.accounts = accounts;
  }

  /** The filters as they stand in the address; {@code show} is due, or the key of a state. */
  record Asked(
      @Nullable String show,
      @Nullable String unit,
      @Nullable String sector,
      @Nullable String type) {
    InspectionFilter filter(LocalDate today) {
      boolean due = "due".equals(show);
      var place = new CoverageForm(null, unit, sector, type, null, null, null, null);
      return new InspectionFilter(
          due ? null : InspectionState.orNull(show),
          due ? today : null,
          place.chosenUnit(),
          CoverageForm.textOrNull(sector),
          CoverageForm.textOrNull(type));
    }

    public @Nullable Integer chosenUnit() {
      return new CoverageForm(null, unit, null, null, null, null, null, null).chosenUnit();
    }

    String address(String path, @Nullable String after) {
      var builder = UriComponentsBuilder.fromPath(path);
      add(builder, "show", show);
      add(builder, "unit", unit);
      add(builder, "sector", sector);
      add(builder, "type", type);
      add(builder, "after", after);
      return builder.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder builder, String name, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        builder.queryParam(name, value);
      }
    }
  }

  @Requires(Permission.INSPECTIONS_READ)
  @GetMapping("/places/inspections")
  String list(
      Actor actor,
      Asked asked,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows,
      Model model) {
    LocalDate today = words.today();
    Page<InspectionRow> page = inspections.list(actor, asked.filter(today), after, rows);
    model.addAttribute("page", page);
    model.addAttribute("asked", asked);
    model.addAttribute("after", after);
    model.addAttribute("today", today);
    model.addAttribute("due", inspections.due(actor, today));
    model.addAttribute("names", names(page.rows()));
    model.addAttribute("first", asked.address(LIST, null));
    model.addAttribute("next", asked.address(LIST, page.next()));
    model.addAttribute("xlsx", asked.address(LIST + "/export/xlsx", null));
    model.addAttribute("csv", asked.address(LIST + "/export/csv", null));
    model.addAttribute("mayWrite", actor.may(Permission.INSPECTIONS_WRITE));
    return "places/inspections";
  }

  @Requires(Permission.INSPECTIONS_READ)
  @PostMapping("/places/inspections/export/{format}")
  ResponseEntity<StreamingResponseBody> export(
      Actor actor, Asked asked, @PathVariable String format) {
    InspectionFilter filter = asked.filter(words.today());
    return sheets.of(
        format,
        "kiem-tra",
        COLUMNS.stream().map("places.inspection.column."::concat).toList(),
        row -> inspections.export(actor, filter, found -> row.accept(cells(found))));
  }

  private List<? extends @Nullable Object> cells(InspectionRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.name());
    cells.add(row.address());
    cells.add(words.type(row.type()));
    cells.add(words.path(row.unit()));
    cells.add(words.sector(row.sector()));
    cells.add(row.at());
    cells.add(accounts.names(List.of(row.inspector())).getOrDefault(row.inspector(), ""));
    cells.add(row.missed());
    cells.add(words.say("places.inspection.state." + row.state().key()));
    cells.add(row.due());
    return cells;
  }

  private Map<Long, String> names(List<InspectionRow> rows) {
    return accounts.names(rows.stream().map(InspectionRow::inspector).distinct().toList());
  }
}
