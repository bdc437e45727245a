package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/**
 * Whether somebody lives in, or says to have been in, an area with an outbreak or a published place
 * and window; each with the days that it was listed. It is public data beside somebody's own words,
 * so it may be told to whoever wrote them.
 */
@Component
class Listing {
  /** "Trong vòng 14 ngày qua", as the national forms ask. */
  private static final int SAID_DAYS = 14;

  private final AreaTable table;
  private final ObjectProvider<PublicWindows> windows;
  private final Units units;
  private final Places places;
  private final ZoneId zone;

  Listing(
      AreaTable table,
      ObjectProvider<PublicWindows> windows,
      Units units,
      Places places,
      ProgramSettings program) {
    this.table = table;
    this.windows = windows;
    this.units = units;
    this.places = places;
    this.zone = program.zone();
  }

  /** What is listed; windows are read only for somebody who says to have been somewhere. */
  record Listed(List<AreaTable.Row> areas, Supplier<List<PublicWindows.Window>> windows) {}

  /** What is listed for declarations made from one moment until another. */
  Listed between(Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, zone).minusDays(SAID_DAYS);
    List<AreaTable.Row> areas = AreaDesk.counting(table, first, LocalDate.ofInstant(to, zone));
    return new Listed(
        areas, () -> windows.orderedStream().flatMap(one -> one.at(to).stream()).toList());
  }

  /**
   * Whether a declaration speaks of anything listed.
   *
   * @param home the commune of residence as declared
   */
  boolean isListed(
      Listed listed,
      @Nullable Integer home,
      List<SaidStay> stays,
      @Nullable SaidJourney journey,
      Instant declaredAt) {
    LocalDate day = LocalDate.ofInstant(declaredAt, zone);
    if (isListed(listed, home, day, day)) {
      return true;
    }
    if (journey != null
        && !journey.day().isBefore(day.minusDays(SAID_DAYS))
        && isListed(listed, journey.from(), journey.day(), journey.day())) {
      return true;
    }
    return stays.stream().anyMatch(stay -> isListed(listed, stay));
  }

  private boolean isListed(Listed listed, SaidStay stay) {
    LocalDate first = LocalDate.ofInstant(stay.from(), zone);
    LocalDate last = LocalDate.ofInstant(stay.to().minus(Duration.ofSeconds(1)), zone);
    Integer unit =
        stay.place() == null
            ? stay.unit()
            : places.find(stay.place()).map(PlaceCard::unit).orElse(stay.unit());
    if (isListed(listed, unit, first, last)) {
      return true;
    }
    Set<String> runs = PlaceWords.runs(stay.text());
    boolean named =
        listed.areas().stream()
            .filter(area -> area.plainName() != null && area.overlaps(first, last))
            .anyMatch(area -> runs.contains(area.plainName()));
    return named || listed.windows().get().stream().anyMatch(window -> meets(window, stay, runs));
  }

  private static boolean meets(PublicWindows.Window window, SaidStay stay, Set<String> runs) {
    boolean during = stay.from().isBefore(window.to()) && stay.to().isAfter(window.from());
    return during
        && (stay.place() == null
            ? runs.contains(PlaceWords.name(window.name()))
            : stay.place() == window.place());
  }

  private boolean isListed(Listed listed, @Nullable Integer unit, LocalDate first, LocalDate last) {
    return unit != null
        && listed.areas().stream()
            .filter(area -> area.unit() != null && area.overlaps(first, last))
            .anyMatch(area -> covers(area.unit(), unit));
  }

  /** An area of before July 2025 covers the communes that it went into, whole as they are. */
  private boolean covers(@Nullable Integer area, int unit) {
    return area != null
        && (units.contains(area, unit)
            || units.today(area).stream().map(Unit::id).anyMatch(today -> today == unit));
  }
}
