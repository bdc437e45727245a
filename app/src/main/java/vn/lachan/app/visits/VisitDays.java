package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Knows which days have a partition, and makes those that are missing. Days are bounded at midnight
 * in Viet Nam whatever zone people read times in, because the tables are.
 */
@Component
class VisitDays {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Viet Nam has kept one offset since 1975, so times are turned without asking the zone. */
  static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

  private static final long DAY_SECONDS = 24 * 3_600L;

  private final DayTable table;
  private final Set<Long> known = ConcurrentHashMap.newKeySet();

  VisitDays(DayTable table) {
    this.table = table;
  }

  static LocalDate dayOf(long epochSecond) {
    return LocalDate.ofEpochDay(epochDay(epochSecond));
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** Makes every day on which a message of the group falls. */
  void ensure(List<? extends VisitMessage> group) {
    Set<Long> missing = new TreeSet<>();
    for (VisitMessage message : group) {
      addMissing(missing, message.at());
      if (message instanceof NewVisit visit && visit.departure() != null) {
        addMissing(missing, visit.departure().leftAt());
      }
    }
    make(missing.stream().map(LocalDate::ofEpochDay).toList());
  }

  /** Makes the days from the first to the last. */
  void ensure(LocalDate first, LocalDate last) {
    refresh();
    try (Stream<LocalDate> days = first.datesUntil(last.plusDays(1))) {
      make(days.filter(day -> !known.contains(day.toEpochDay())).toList());
    }
  }

  /** Reads the days anew: another copy of the program may have dropped some. */
  void refresh() {
    known.clear();
    table.days().forEach(day -> known.add(day.toEpochDay()));
  }

  void drop(LocalDate before) {
    for (LocalDate day : table.days()) {
      if (day.isBefore(before)) {
        known.remove(day.toEpochDay());
        table.drop(day);
      }
    }
  }

  /** Lets reads of these days find every row in the index alone. Never in a transaction. */
  void vacuum(LocalDate first, LocalDate last) {
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (known.contains(day.toEpochDay())) {
        table.vacuum(day);
      }
    }
  }

  /** How many days in a row, from this one on, have a partition. */
  int horizonDays(LocalDate today) {
    int days = 0;
    while (known.contains(today.toEpochDay() + days)) {
      days++;
    }
    return days;
  }

  /** How many days back the oldest day lies that is held. */
  int oldestAgeDays(LocalDate today) {
    long oldest = known.stream().min(Long::compare).orElse(today.toEpochDay());
    return Math.toIntExact(Math.max(0, today.toEpochDay() - oldest));
  }

  private void make(List<LocalDate> missing) {
    if (!missing.isEmpty()) {
      table.make(missing);
      missing.forEach(day -> known.add(day.toEpochDay()));
    }
  }

  private void addMissing(Set<Long> missing, long epochSecond) {
    long day = epochDay(epochSecond);
    if (!known.contains(day)) {
      missing.add(day);
    }
  }

  private static long epochDay(long epochSecond) {
    return Math.floorDiv(epochSecond + OFFSET.getTotalSeconds(), DAY_SECONDS);
  }
}
