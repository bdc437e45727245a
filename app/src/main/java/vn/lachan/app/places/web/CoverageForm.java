package vn.lachan.app.places.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.CoverageQuestion;
import vn.lachan.app.units.Hierarchy;

/**
 * What is asked for, as it stands in the address: everything a page of coverage shows can be sent
 * on as a link.
 *
 * @param era 2021 or 2025: by which units
 */
record CoverageForm(
    @Nullable String era,
    @Nullable String unit,
    @Nullable String sector,
    @Nullable String type,
    @Nullable String by,
    @Nullable String day,
    @Nullable String days,
    @Nullable String sort) {
  private static final int WEEK = 7;

  CoverageQuestion question(LocalDate today) {
    return new CoverageQuestion(
        hierarchy(today),
        chosenUnit(),
        textOrNull(sector),
        textOrNull(type),
        shownBy(),
        last(today),
        length());
  }

  Hierarchy hierarchy(LocalDate today) {
    return switch (era == null ? "" : era) {
      case "2021" -> Hierarchy.WITH_DISTRICTS;
      case "2025" -> Hierarchy.WITHOUT_DISTRICTS;
      default -> Hierarchy.on(today);
    };
  }

  @Nullable Integer chosenUnit() {
    try {
      return blank(unit) ? null : Integer.valueOf(String.valueOf(unit));
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid("places.refused.unit-unknown");
    }
  }

  /** The name of the order of the rows. */
  public String order() {
    return blank(sort) ? "name" : String.valueOf(sort);
  }

  /** This address with other values; a null value leaves the name out. */
  String address(String path, Map<String, @Nullable String> changes) {
    Map<String, @Nullable String> all = new LinkedHashMap<>();
    all.put("era", era);
    all.put("unit", unit);
    all.put("sector", sector);
    all.put("type", type);
    all.put("by", by);
    all.put("day", day);
    all.put("days", days);
    all.put("sort", sort);
    all.putAll(changes);
    var builder = UriComponentsBuilder.fromPath(path);
    all.forEach(
        (name, value) -> {
          if (!blank(value)) {
            builder.queryParam(name, value);
          }
        });
    return builder.encode().build().toUriString();
  }

  private CoverageQuestion.By shownBy() {
    return switch (by == null ? "" : by) {
      case "sector" -> CoverageQuestion.By.SECTOR;
      case "type" -> CoverageQuestion.By.TYPE;
      default -> CoverageQuestion.By.UNIT;
    };
  }

  private LocalDate last(LocalDate today) {
    try {
      return blank(day) ? today : LocalDate.parse(String.valueOf(day));
    } catch (DateTimeParseException noDay) {
      throw Refusal.invalid("places.refused.day-unreadable");
    }
  }

  private int length() {
    try {
      return blank(days) ? WEEK : Integer.parseInt(String.valueOf(days));
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid("places.refused.coverage-days");
    }
  }

  static @Nullable String textOrNull(@Nullable String text) {
    return blank(text) ? null : String.valueOf(text).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
