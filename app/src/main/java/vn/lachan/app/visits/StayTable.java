package vn.lachan.app.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stays as pages show them. */
@Component
class StayTable {
  private final JdbcClient jdbc;

  /** A stored visit; {@code person} is a record number and stays inside. */
  record Stay(
      long person,
      Instant enteredAt,
      Instant leftAt,
      DepartureKind departure,
      CaptureWay way,
      int flags) {
    /** Whether the person is taken to be inside at that moment. */
    boolean isOpen(Instant at) {
      return departure == DepartureKind.INFERRED && !enteredAt.isAfter(at) && leftAt.isAfter(at);
    }
  }

  /** A check-out that no visit there was open for. */
  record Waiting(long person, Instant leftAt, CaptureWay way) {}

  StayTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The person's latest visit there that began within 24 hours.
   *
   * @param device only visits that this device recorded; null for all
   */
  Optional<Stay> latest(long person, long place, @Nullable Long device, Instant now) {
    return jdbc.sql(
            """
            select person, entered_at, left_at, departure, way, flags
            from visits.visit
            where person = :person and place = :place
              and entered_at > :since and entered_at <= :until
              and (:device::bigint is null or device = :device)
            order by entered_at desc limit 1
            """)
        .param("person", person)
        .param("place", place)
        .param("device", device)
        .param("since", VisitTable.timestamp(now.minusSeconds(VisitRules.LONGEST_SECONDS)))
        .param("until", VisitTable.timestamp(now.plusSeconds(3_600)))
        .query(StayTable::stay)
        .optional();
  }

  /** The visits of these records that a device recorded and that overlap [from, to). */
  List<OwnStays.Stay> ofDevice(
      List<Long> persons, long device, Instant from, Instant to, int rows) {
    return jdbc.sql(
            """
            select place, entered_at, left_at, departure from visits.visit
            where person = any(:persons) and device = :device
              and entered_at > :reads and entered_at < :to and left_at > :from
            order by entered_at desc limit :rows
            """)
        .param("persons", persons.toArray(Long[]::new))
        .param("device", device)
        .param("reads", VisitTable.timestamp(from.minusSeconds(VisitRules.LONGEST_SECONDS + 1)))
        .param("from", VisitTable.timestamp(from))
        .param("to", VisitTable.timestamp(to))
        .param("rows", rows)
        .query(
            (row, _) ->
                new OwnStays.Stay(
                    row.getLong(1),
                    instant(row, 2),
                    instant(row, 3),
                    DepartureKind.of(row.getInt(4)) == DepartureKind.INFERRED))
        .list();
  }

  boolean exists(long person, long place, Instant enteredAt) {
    return jdbc.sql(
            """
            select exists (select 1 from visits.visit
              where person = :person and place = :place and entered_at = :entered)
            """)
        .param("person", person)
        .param("place", place)
        .param("entered", VisitTable.timestamp(enteredAt))
        .query(Boolean.class)
        .single();
  }

  /** Persons inside at that moment, each once. */
  int inside(long place, Instant at) {
    return jdbc.sql(
            """
            select count(distinct person) from visits.visit
            where place = :place and entered_at > :since and entered_at <= :at and left_at > :at
            """)
        .param("place", place)
        .param("since", VisitTable.timestamp(at.minusSeconds(VisitRules.LONGEST_SECONDS)))
        .param("at", VisitTable.timestamp(at))
        .query(Integer.class)
        .single();
  }

  /**
   * Visits that began in [from, to), latest first. A page goes on at the second of its last row,
   * after the rows of that second that were shown: the key names no person.
   */
  List<Stay> began(long place, Instant from, Instant to, @Nullable DayKey after, int rows) {
    Instant before = after == null ? to : Instant.ofEpochSecond(after.second() + 1);
    return jdbc.sql(
            """
            select person, entered_at, left_at, departure, way, flags
            from visits.visit
            where place = :place and entered_at >= :from and entered_at < :to
              and entered_at < :before
            order by entered_at desc, person
            offset :shown limit :rows
            """)
        .param("place", place)
        .param("from", VisitTable.timestamp(from))
        .param("to", VisitTable.timestamp(to))
        .param("before", VisitTable.timestamp(before))
        .param("shown", after == null ? 0 : after.shown())
        .param("rows", rows)
        .query(StayTable::stay)
        .list();
  }

  List<Waiting> unmatched(long place, Instant receivedBefore, Instant leftSince, int rows) {
    return jdbc.sql(
            """
            select person, left_at, way from visits.departure
            where place = :place and not matched and left_at >= :since
              and received_at < :received
            order by left_at desc limit :rows
            """)
        .param("place", place)
        .param("since", VisitTable.timestamp(leftSince))
        .param("received", VisitTable.timestamp(receivedBefore))
        .param("rows", rows)
        .query(
            (row, index) ->
                new Waiting(row.getLong(1), instant(row, 2), CaptureWay.of(row.getInt(3))))
        .list();
  }

  private static Stay stay(ResultSet row, int index) throws SQLException {
    return new Stay(
        row.getLong(1),
        instant(row, 2),
        instant(row, 3),
        DepartureKind.of(row.getInt(4)),
        CaptureWay.of(row.getInt(5)),
        row.getInt(6));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp timestamp = Objects.requireNonNull(row.getTimestamp(column));
    return timestamp.toInstant();
  }
}
