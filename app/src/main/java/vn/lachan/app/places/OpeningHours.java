package vn.lachan.app.places;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a place is open in an ordinary week: intervals of minutes since Monday 00:00, half-open,
 * sorted, not touching each other. An interval may reach past Sunday midnight, up to a day into the
 * next week. Several intervals a day and intervals past midnight are ordinary. The seven whole days
 * are one interval: a place that never closes.
 */
public record OpeningHours(List<Interval> intervals) {
  static final int DAY_MINUTES = 24 * 60;
  static final int WEEK_MINUTES = 7 * DAY_MINUTES;

  /** Open at any time. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(List.of(new Interval(0, WEEK_MINUTES)));

  /** Minutes since Monday 00:00; {@code to} is exclusive. */
  public record Interval(int from, int to) {
    public Interval {
      boolean inWeek = from >= 0 && from < WEEK_MINUTES && to <= WEEK_MINUTES + DAY_MINUTES;
      if (!inWeek || to <= from || to - from > WEEK_MINUTES) {
        throw new IllegalArgumentException("Not an interval of a week");
      }
    }

    boolean holds(int minute) {
      return from <= minute && minute < to;
    }
  }

  public OpeningHours {
    intervals = joined(intervals);
  }

  /**
   * Reads what people and the reference file write: days, then hours, parts separated by a
   * semicolon: {@code 1-5 07:00-11:30 13:30-17:00; 6 08:00-12:00}. Days are 1 (Monday) to 7, or
   * {@code daily}; an end before the beginning lies on the next day; {@code always} is any time.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static OpeningHours parse(String text) {
    return HoursText.parse(text);
  }

  /** The same in words that {@link #parse} reads. */
  public String text() {
    return HoursText.write(this);
  }

  /** The same as people write it, in Vietnamese; registrations may say it so. */
  public String words() {
    return HoursWords.write(this);
  }

  public boolean isAlways() {
    return equals(ALWAYS);
  }

  public boolean isOpen(LocalDateTime at) {
    return endOfInterval(at).isPresent();
  }

  /**
   * When the opening ends that lasts at that time; empty where it is closed then, or never ends.
   */
  public Optional<LocalDateTime> closingAfter(LocalDateTime at) {
    return isAlways() ? Optional.empty() : endOfInterval(at);
  }

  /** Intervals that touch across Sunday midnight are followed to the end of the last. */
  private Optional<LocalDateTime> endOfInterval(LocalDateTime at) {
    Optional<LocalDateTime> end = endOfOne(at);
    for (int step = 0; step < intervals.size() && end.isPresent(); step++) {
      Optional<LocalDateTime> further = endOfOne(end.get());
      if (further.isEmpty()) {
        return end;
      }
      end = further;
    }
    return end;
  }

  private Optional<LocalDateTime> endOfOne(LocalDateTime at) {
    LocalDateTime monday = at.toLocalDate().with(DayOfWeek.MONDAY).atStartOfDay();
    int minute = minuteOfWeek(at);
    for (Interval interval : intervals) {
      if (interval.holds(minute)) {
        return Optional.of(monday.plusMinutes(interval.to()));
      }
      if (interval.holds(minute + WEEK_MINUTES)) {
        return Optional.of(monday.plusMinutes(interval.to() - (long) WEEK_MINUTES));
      }
    }
    return Optional.empty();
  }

  private static int minuteOfWeek(LocalDateTime at) {
    return (at.getDayOfWeek().getValue() - 1) * DAY_MINUTES + at.getHour() * 60 + at.getMinute();
  }

  private static List<Interval> joined(List<Interval> given) {
    List<Interval> joined = new ArrayList<>();
    for (Interval next : given.stream().sorted(Comparator.comparingInt(Interval::from)).toList()) {
      if (!joined.isEmpty() && next.from() <= joined.getLast().to()) {
        Interval last = joined.removeLast();
        joined.add(new Interval(last.from(), Math.max(last.to(), next.to())));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }
}
