package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/** Declarations counted three ways; each figure has a list behind it. */
public record DeclarationFigures(
    LocalDate from, LocalDate to, List<ByDay> days, List<ByUnit> units, List<ByPlace> places) {
  public DeclarationFigures {
    days = List.copyOf(days);
    units = List.copyOf(units);
    places = List.copyOf(places);
  }

  /** How many at each level. */
  public record Levels(long green, long yellow, long orange, long red) {
    public long all() {
      return green + yellow + orange + red;
    }

    /** Their numbers in the order of the levels. */
    public long of(Level level) {
      return switch (level) {
        case GREEN -> green;
        case YELLOW -> yellow;
        case ORANGE -> orange;
        case RED -> red;
      };
    }
  }

  public record ByDay(LocalDate day, Levels levels) {}

  public record ByUnit(int unit, Levels levels) {}

  public record ByPlace(PlaceCard place, Levels levels) {}

  /** What is asked for; null means any. */
  public record Asked(
      LocalDate from, LocalDate to, @Nullable String form, @Nullable Integer unit) {}

  /** The sums over all days. */
  public Levels sum() {
    long green = 0;
    long yellow = 0;
    long orange = 0;
    long red = 0;
    for (ByDay day : days) {
      green += day.levels().green();
      yellow += day.levels().yellow();
      orange += day.levels().orange();
      red += day.levels().red();
    }
    return new Levels(green, yellow, orange, red);
  }
}
