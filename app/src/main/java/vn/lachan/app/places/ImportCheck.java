package vn.lachan.app.places;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.tracing.Setting;

/**
 * Reads the texts of one row as a registration, and says all that is wrong with it at once. The
 * rules are those of every registration; only the reading of texts is this class's own.
 */
final class ImportCheck {
  private static final Pattern ERROR_VALUE =
      Pattern.compile("#(?:REF!|N/A|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
  private static final Pattern PHONE_WITHOUT_ZERO = Pattern.compile("[35789]\\d{8}");
  private static final Pattern CAPACITY =
      Pattern.compile("(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,9})\\s*(?:người|chỗ|khách|nguoi|cho|khach)?");
  private static final Map<String, Setting> SETTINGS =
      Map.of(
          "trong nha", Setting.INDOOR,
          "indoor", Setting.INDOOR,
          "ngoai troi", Setting.OUTDOOR,
          "outdoor", Setting.OUTDOOR,
          "tren phuong tien", Setting.VEHICLE,
          "phuong tien", Setting.VEHICLE,
          "tren xe", Setting.VEHICLE,
          "vehicle", Setting.VEHICLE);
  private static final List<DateTimeFormatter> TIMES =
      List.of(
          strict("uuuu-MM-dd[ HH:mm][ HH:mm:ss]"),
          strict("d/M/uuuu[ H:mm]"),
          strict("d-M-uuuu[ H:mm]"),
          strict("d.M.uuuu[ H:mm]"),
          strict("H:mm d/M/uuuu"));

  private final ImportFrame frame;
  private final ImportCells cells;
  private final List<ImportProblem> problems = new ArrayList<>();

  private ImportCheck(ImportFrame frame, ImportCells cells) {
    this.frame = frame;
    this.cells = cells;
  }

  /**
   * A row that was looked at.
   *
   * @param facts null where something is wrong
   */
  record Checked(@Nullable PlaceFacts facts, List<ImportProblem> problems) {}

  static Checked check(ImportCells cells, ImportFrame frame) {
    return new ImportCheck(frame, cells).check();
  }

  private Checked check() {
    cells.texts().forEach(this::refuseFormula);
    Integer unit = unit();
    String type = type();
    sector(type);
    Registration registration =
        new Registration(
            cells.text(ImportField.NAME),
            type == null ? frame.anyType() : type,
            cells.text(ImportField.ADDRESS),
            unit == null ? frame.anyUnit() : unit,
            unit == null ? null : point(),
            setting(),
            cells.text(ImportField.HOURS),
            capacity(),
            time(ImportField.VALID_FROM, false),
            time(ImportField.VALID_TO, true),
            cells.text(ImportField.OWNER_NAME),
            phone());
    PlaceFacts facts = byTheRules(registration);
    return new Checked(problems.isEmpty() ? facts : null, List.copyOf(problems));
  }

  private void refuseFormula(ImportField field, String text) {
    if (text.startsWith("=") || text.startsWith("@")) {
      problems.add(ImportProblem.of(field, "places.import.problem.formula"));
    } else if (ERROR_VALUE.matcher(text).matches()) {
      problems.add(ImportProblem.of(field, "places.import.problem.error-value", text));
    }
  }

  private @Nullable Integer unit() {
    String commune = cells.text(ImportField.COMMUNE);
    if (commune.isEmpty()) {
      Integer usual = frame.plan().defaultUnit();
      if (usual == null) {
        problems.add(ImportProblem.of(ImportField.COMMUNE, "places.import.problem.unit-missing"));
      }
      return usual;
    }
    UnitNames.Answer answer =
        frame.unit(commune, cells.text(ImportField.DISTRICT), cells.text(ImportField.PROVINCE));
    if (answer.unit() == null) {
      String code =
          answer.asked().isEmpty()
              ? "places.import.problem.unit-unknown"
              : "places.import.problem.unit-asked";
      problems.add(new ImportProblem(ImportField.COMMUNE, code, List.of(), answer.asked()));
    } else if (!frame.reaches(answer.unit())) {
      problems.add(ImportProblem.of(ImportField.COMMUNE, "places.refused.outside-reach"));
    }
    return answer.unit();
  }

  private @Nullable String type() {
    String typed = cells.text(ImportField.TYPE);
    String type = typed.isEmpty() ? frame.plan().defaultType() : frame.type(typed);
    if (type == null) {
      String code =
          typed.isEmpty()
              ? "places.import.problem.type-missing"
              : "places.import.problem.type-unknown";
      problems.add(ImportProblem.of(ImportField.TYPE, code));
    }
    return type;
  }

  /** A sector follows from the kind of place; one that is stated must be that one. */
  private void sector(@Nullable String type) {
    String typed = cells.text(ImportField.SECTOR);
    if (typed.isEmpty() || type == null) {
      return;
    }
    boolean same =
        frame
            .sector(typed)
            .flatMap(sector -> frame.typeOf(type).map(kind -> kind.sector().equals(sector.code())))
            .orElse(false);
    if (!same) {
      problems.add(ImportProblem.of(ImportField.SECTOR, "places.import.problem.sector"));
    }
  }

  private @Nullable Point point() {
    String latitude = cells.text(ImportField.LATITUDE);
    String longitude = cells.text(ImportField.LONGITUDE);
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return null;
    }
    try {
      return new Point(degrees(latitude), degrees(longitude));
    } catch (NumberFormatException noNumber) {
      problems.add(ImportProblem.of(ImportField.LATITUDE, "places.refused.location-unreadable"));
      return null;
    }
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  private @Nullable Setting setting() {
    String typed = cells.text(ImportField.SETTING);
    Setting setting = SETTINGS.get(PlaceText.fold(typed));
    if (!typed.isEmpty() && setting == null) {
      problems.add(ImportProblem.of(ImportField.SETTING, "places.import.problem.setting"));
    }
    return setting;
  }

  private @Nullable Integer capacity() {
    String typed = cells.text(ImportField.CAPACITY);
    if (typed.isEmpty()) {
      return null;
    }
    var number = CAPACITY.matcher(typed.toLowerCase(Locale.ROOT));
    if (!number.matches()) {
      problems.add(ImportProblem.of(ImportField.CAPACITY, "places.refused.capacity-unreadable"));
      return null;
    }
    return Integer.valueOf(number.group(1).replaceAll("[.,]", ""));
  }

  /** A spreadsheet that took a phone for a number has lost the zero before it. */
  private String phone() {
    String typed = cells.text(ImportField.OWNER_PHONE);
    return PHONE_WITHOUT_ZERO.matcher(typed).matches() ? "0" + typed : typed;
  }

  /** A day without a time begins at midnight, as an end it ends there. */
  private @Nullable Instant time(ImportField field, boolean end) {
    String typed = cells.text(field);
    if (typed.isEmpty()) {
      return null;
    }
    for (DateTimeFormatter format : TIMES) {
      Optional<Instant> time = time(typed, format, end);
      if (time.isPresent()) {
        return time.get();
      }
    }
    problems.add(ImportProblem.of(field, "places.import.problem.time"));
    return null;
  }

  private Optional<Instant> time(String typed, DateTimeFormatter format, boolean end) {
    ZoneId zone = frame.zone();
    try {
      return switch (format.parseBest(typed, LocalDateTime::from, LocalDate::from)) {
        case LocalDateTime at -> Optional.of(at.atZone(zone).toInstant());
        case LocalDate day ->
            Optional.of((end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant());
        default -> throw new IllegalStateException("Neither a day nor a time");
      };
    } catch (DateTimeException otherFormat) {
      return Optional.empty();
    }
  }

  /** Takes what a rule refused out of the registration and goes on, to hear the others too. */
  private @Nullable PlaceFacts byTheRules(Registration registration) {
    Registration rest = registration;
    for (ImportField ignored : ImportField.values()) {
      try {
        return frame.check(rest);
      } catch (Refusal refusal) {
        ImportField field = RuleField.of(refusal.code());
        boolean known = problems.stream().anyMatch(problem -> problem.field() == field);
        if (!known) {
          problems.add(new ImportProblem(field, refusal.code(), refusal.arguments(), List.of()));
        }
        Optional<Registration> without = RuleField.without(rest, field, frame);
        if (without.isEmpty()) {
          return null;
        }
        rest = without.get();
      }
    }
    return null;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
