package vn.lachan.app.places;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * Communes as tables name them: by code, or by name with as much of what lies above as is there. A
 * name is taken only where it says one commune; otherwise the officer is asked.
 */
@Component
class UnitNames {
  private static final int ASKED_MOST = 12;
  private static final Pattern CODE = Pattern.compile("(\\d{1,5})(?:\\s*[-–.:].*)?");
  private static final Pattern KIND =
      Pattern.compile("^(?:xa|x|phuong|p|thi tran|tt|dac khu)\\s+(?=\\S)");
  private static final Map<String, String> SHORT_KINDS =
      Map.of("x", "xa", "p", "phuong", "tt", "thi tran");
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

  private final Units units;

  UnitNames(Units units) {
    this.units = units;
  }

  /**
   * What a name may mean.
   *
   * @param unit the commune, where the name says one
   * @param asked communes to choose among otherwise
   */
  record Answer(@Nullable Integer unit, List<Integer> asked) {}

  /** What a name means in a table: which hierarchy, and which communes the officer reaches. */
  record Frame(boolean districts, IntPredicate reached) {
    LocalDate day() {
      LocalDate first = Hierarchy.WITHOUT_DISTRICTS_FROM;
      return districts ? first.minusDays(1) : first;
    }

    Frame other() {
      return new Frame(!districts, reached);
    }
  }

  Answer find(String commune, String district, String province, Frame frame) {
    Matcher code = CODE.matcher(commune);
    if (code.matches()) {
      return byCode(code.group(1), frame);
    }
    String text =
        Stream.of(commune, district, province)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    List<Unit> found = communes(text, frame);
    String own = commune.split(",", 2)[0];
    List<Unit> exact = exact(found, own);
    if (exact.size() > 1) {
      List<Unit> reached = reached(exact, frame);
      exact = reached.isEmpty() ? exact : reached;
    }
    if (exact.size() == 1) {
      return new Answer(exact.getFirst().id(), List.of());
    }
    if (!exact.isEmpty()) {
      return asked(exact);
    }
    List<Unit> become = become(text, own, frame);
    return asked(become.isEmpty() ? reached(found, frame) : become);
  }

  private Answer byCode(String digits, Frame frame) {
    String code = "0".repeat(5 - digits.length()) + digits;
    return units
        .byCode(code, frame.day())
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .map(unit -> new Answer(unit.id(), List.of()))
        .orElse(new Answer(null, List.of()));
  }

  private List<Unit> communes(String text, Frame frame) {
    return units.search(text, frame.day(), null, Units.SEARCH_LIMIT).stream()
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .toList();
  }

  /** A name of the other hierarchy is never taken silently: what it became is offered. */
  private List<Unit> become(String text, String own, Frame frame) {
    if (frame.districts()) {
      return List.of();
    }
    List<Unit> older = exact(communes(text, frame.other()), own);
    List<Unit> successors = new ArrayList<>();
    for (Unit old : older) {
      units.successors(old.id()).stream()
          .flatMap(step -> units.find(step.newId()).stream())
          .filter(unit -> !successors.contains(unit))
          .forEach(successors::add);
    }
    List<Unit> reached = reached(successors, frame);
    return reached.isEmpty() ? successors : reached;
  }

  private static Answer asked(List<Unit> units) {
    return new Answer(null, units.stream().map(Unit::id).limit(ASKED_MOST).toList());
  }

  private static List<Unit> reached(List<Unit> units, Frame frame) {
    return units.stream().filter(unit -> frame.reached().test(unit.id())).toList();
  }

  /**
   * Those that bear the name. With its accents a name says more: "Đông Tiến" is not "Đồng Tiến"; so
   * does the word for its kind, unless no unit of that kind bears the name any more.
   */
  private static List<Unit> exact(List<Unit> found, String own) {
    String folded = PlaceText.fold(own);
    boolean plain = own.chars().allMatch(c -> c < 0x80);
    String accents = accents(own);
    List<Unit> same =
        found.stream()
            .filter(unit -> bare(PlaceText.fold(unit.fullName())).equals(bare(folded)))
            .filter(unit -> plain || accents.endsWith(accents(unit.name())))
            .toList();
    List<Unit> ofKind =
        same.stream()
            .filter(unit -> kind(folded).equals(kind(PlaceText.fold(unit.fullName()))))
            .toList();
    return ofKind.isEmpty() ? same : ofKind;
  }

  private static String kind(String folded) {
    Matcher kind = KIND.matcher(folded);
    String word = kind.find() ? kind.group().strip() : "";
    return SHORT_KINDS.getOrDefault(word, word);
  }

  /** Without the word for its kind, numbers without leading zeros. */
  private static String bare(String folded) {
    return KIND.matcher(folded).replaceFirst("").replaceAll("\\b0+(?=\\d)", "");
  }

  /** Words with their tone at the end, so that "Hóa" and "Hoá" are one. */
  private static String accents(String text) {
    StringBuilder all = new StringBuilder();
    for (String word : text.toLowerCase(Locale.ROOT).strip().split("[\\s.,]+", -1)) {
      StringBuilder letters = new StringBuilder();
      StringBuilder tones = new StringBuilder();
      Normalizer.normalize(word, Normalizer.Form.NFD)
          .chars()
          .forEach(c -> (TONES.indexOf(c) < 0 ? letters : tones).append((char) c));
      all.append(all.isEmpty() ? "" : " ").append(letters).append(tones);
    }
    return all.toString().replaceAll("\\b0+(?=\\d)", "");
  }
}
