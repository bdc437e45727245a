package vn.lachan.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** On which days and hours markets, bus trips and events take place. */
final class Timetable {
  private static final int EVERY_DAYS = 5;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int[] DEPARTURE_HOURS = {
    5, 5, 6, 6, 6, 7, 7, 8, 9, 11, 13, 13, 14, 15, 16, 17
  };

  private final ProvinceSpec spec;
  private final PlaceTable places;

  Timetable(ProvinceSpec spec, PlaceTable places) {
    this.spec = spec;
    this.places = places;
  }

  /** How often a market is held. */
  enum Rhythm {
    DAILY,
    WEEKLY,
    EVERY_FIVE_DAYS
  }

  Rhythm rhythm(int market) {
    int draw = SeededStream.reduce(hours(market), 10);
    return draw < 6 ? Rhythm.DAILY : draw < 8 ? Rhythm.WEEKLY : Rhythm.EVERY_FIVE_DAYS;
  }

  /** The two weekdays of a weekly market. */
  List<DayOfWeek> marketDays(int market) {
    DayOfWeek first = DayOfWeek.of(1 + Math.floorMod(hours(market), 7));
    List<DayOfWeek> days = new ArrayList<>(List.of(first, first.plus(3)));
    days.sort(null);
    return days;
  }

  boolean isMarketDay(int market, LocalDate date) {
    return switch (rhythm(market)) {
      case DAILY -> true;
      case WEEKLY -> marketDays(market).contains(date.getDayOfWeek());
      case EVERY_FIVE_DAYS ->
          Math.floorMod(date.toEpochDay(), EVERY_DAYS) == Math.floorMod(hours(market), EVERY_DAYS);
    };
  }

  /** The day, from 0, of an event; weddings are held on a weekend where the span has one. */
  int eventDay(int event) {
    int day = SeededStream.reduce(hours(event), spec.days());
    if (places.kind(event) != PlaceKind.WEDDING) {
      return day;
    }
    for (int i = 0; i < spec.days(); i++) {
      int candidate = (day + i) % spec.days();
      if (isWeekend(spec.date(candidate))) {
        return candidate;
      }
    }
    return day;
  }

  /** When an event or a bus trip begins, in minutes of the day. */
  int beginsMinute(int place) {
    int draw = Math.floorMod(hours(place) >>> 8, DEPARTURE_HOURS.length);
    int half = Math.floorMod(hours(place), 2) * (MINUTES_PER_HOUR / 2);
    return switch (places.kind(place)) {
      case WEDDING -> (draw < 10 ? 10 : 16) * MINUTES_PER_HOUR + half;
      case FUNERAL -> (draw < 10 ? 7 : 13) * MINUTES_PER_HOUR + half;
      case MEETING -> (draw < 10 ? 8 : 14) * MINUTES_PER_HOUR;
      default -> DEPARTURE_HOURS[draw] * MINUTES_PER_HOUR + half;
    };
  }

  int endsMinute(int place) {
    int longer = Math.floorMod(hours(place) >>> 16, 4) * (MINUTES_PER_HOUR / 2);
    return beginsMinute(place)
        + switch (places.kind(place)) {
          case WEDDING -> 4 * MINUTES_PER_HOUR;
          case FUNERAL -> 5 * MINUTES_PER_HOUR;
          case MEETING -> 3 * MINUTES_PER_HOUR + MINUTES_PER_HOUR / 2;
          default -> MINUTES_PER_HOUR + longer;
        };
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  private long hours(int place) {
    return SeededStream.hash(spec.seed(), place, Purpose.PLACE_HOURS);
  }
}
