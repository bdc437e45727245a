package vn.lachan.app.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of visits, check-outs and withdrawals, as the writer needs them. Values travel as one
 * array a column; times as epoch seconds, which the driver sends in binary.
 */
@Component
class VisitTable {
  private static final int VISIT = 0;
  private static final int DEPARTURE = 1;

  /** Any constant will do that no other lock of this database uses. */
  private static final long WRITERS_LOCK = 0x7669_7369_7473L;

  private final JdbcClient jdbc;

  VisitTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Until the end of the transaction no other copy of the program writes visits. It must be its own
   * statement: the next one then sees what the last holder committed.
   */
  void lockWriters() {
    jdbc.sql("select pg_advisory_xact_lock(:lock) is null")
        .param("lock", WRITERS_LOCK)
        .query(Boolean.class)
        .single();
  }

  /** Fills the timelines with every stored row that the group may change or depends on. */
  void read(Group group) {
    var persons = new LongColumn();
    var froms = new LongColumn();
    var tos = new LongColumn();
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Timeline timeline : group.timelines()) {
      persons.add(timeline.person);
      froms.add(timeline.readFrom());
      tos.add(timeline.readTo());
      first = Math.min(first, timeline.readFrom());
      last = Math.max(last, timeline.readTo());
    }
    jdbc.sql(
            """
            with touched as materialized (
              select person, to_timestamp(since) as since, to_timestamp(until) as until
              from unnest(:persons::bigint[], :froms::bigint[], :tos::bigint[])
                as t (person, since, until))
            select 0, t.person, v.place, v.entered, v.left_by, v.departs, v.departure, v.flags
            from touched t
            cross join lateral (
              select place, date_part('epoch', entered_at)::bigint as entered,
                     date_part('epoch', left_at)::bigint as left_by,
                     date_part('epoch', departs_by)::bigint as departs, departure, flags
              from visits.visit v
              where v.person = t.person and v.entered_at >= t.since and v.entered_at < t.until
                and v.entered_at >= to_timestamp(:first::bigint) and v.entered_at < to_timestamp(:last::bigint)
              offset 0) v
            union all
            select 1, t.person, d.place, d.left_by, 0, 0, d.kind, d.matched::int
            from touched t
            cross join lateral (
              select place, date_part('epoch', left_at)::bigint as left_by, kind, matched
              from visits.departure d
              where d.person = t.person and d.left_at >= t.since and d.left_at < t.until
                and d.left_at >= to_timestamp(:first::bigint) and d.left_at < to_timestamp(:last::bigint)
              offset 0) d
            union all
            select 2, t.person, w.place, w.entered, 0, 0, 0, 0
            from touched t
            cross join lateral (
              select place, date_part('epoch', entered_at)::bigint as entered
              from visits.withdrawn_visit w
              where w.person = t.person and w.entered_at >= t.since and w.entered_at < t.until
              offset 0) w
            """)
        .param("persons", persons.array())
        .param("froms", froms.array())
        .param("tos", tos.array())
        .param("first", first)
        .param("last", last)
        .query(
            rows -> {
              while (rows.next()) {
                addTo(group, rows);
              }
              return group;
            });
  }

  private static void addTo(Group group, ResultSet row) throws SQLException {
    long person = row.getLong(2);
    long place = row.getLong(3);
    long at = row.getLong(4);
    switch (row.getInt(1)) {
      case VISIT ->
          group
              .timeline(person)
              .add(
                  VisitRow.stored(
                      person,
                      place,
                      at,
                      row.getLong(6),
                      row.getLong(5),
                      row.getInt(7),
                      row.getInt(8)));
      case DEPARTURE ->
          group
              .timeline(person)
              .add(new DepartureRow(person, place, at, row.getInt(7), row.getInt(8) != 0, null));
      default -> group.addWithdrawn(new Group.VisitKey(person, place, at));
    }
  }

  /** Stores new visits; the caller has read that none of them is there. */
  void insertVisits(List<VisitRow> rows) {
    var columns = new VisitColumns();
    rows.forEach(columns::add);
    jdbc.sql(
            """
            insert into visits.visit (person, place, entered_at, left_at, departs_by, received_at,
              original_at, captured_by, device, clock_correction_seconds, departure, way, flags)
            select person, place, to_timestamp(entered), to_timestamp(left_by),
              to_timestamp(departs), to_timestamp(received), to_timestamp(nullif(original, 0)),
              captured_by, nullif(device, 0), correction, codes & 15, codes >> 4 & 15, codes >> 8
            from unnest(:persons::bigint[], :places::bigint[], :entered::bigint[], :left::bigint[],
              :departs::bigint[], :received::bigint[], :original::bigint[], :capturedBy::bigint[],
              :device::bigint[], :correction::bigint[], :codes::bigint[])
              as n (person, place, entered, left_by, departs, received, original, captured_by,
                device, correction, codes)
            """)
        .param("persons", columns.persons.array())
        .param("places", columns.places.array())
        .param("entered", columns.entered.array())
        .param("left", columns.left.array())
        .param("departs", columns.departs.array())
        .param("received", columns.received.array())
        .param("original", columns.original.array())
        .param("capturedBy", columns.capturedBy.array())
        .param("device", columns.device.array())
        .param("correction", columns.correction.array())
        .param("codes", columns.codes.array())
        .update();
  }

  void updateVisits(List<VisitRow> rows) {
    var columns = new VisitColumns();
    rows.forEach(columns::add);
    jdbc.sql(
            """
            update visits.visit v
            set left_at = to_timestamp(n.left_by), departs_by = to_timestamp(n.departs),
              departure = n.codes & 15, flags = n.codes >> 8
            from unnest(:persons::bigint[], :places::bigint[], :entered::bigint[], :left::bigint[],
              :departs::bigint[], :codes::bigint[])
              as n (person, place, entered, left_by, departs, codes)
            where v.person = n.person and v.place = n.place and v.entered_at = to_timestamp(n.entered)
              and v.entered_at between to_timestamp(:first::bigint) and to_timestamp(:last::bigint)
            """)
        .param("persons", columns.persons.array())
        .param("places", columns.places.array())
        .param("entered", columns.entered.array())
        .param("left", columns.left.array())
        .param("departs", columns.departs.array())
        .param("codes", columns.codes.array())
        .param("first", columns.firstEntered)
        .param("last", columns.lastEntered)
        .update();
  }

  /** New check-outs, and those whose kind or match changed. */
  void saveDepartures(List<DepartureRow> rows) {
    var columns = new DepartureColumns();
    rows.forEach(columns::add);
    jdbc.sql(
            """
            insert into visits.departure as d (person, place, left_at, received_at, captured_by,
              device, kind, way, matched)
            select person, place, to_timestamp(left_by), to_timestamp(received), captured_by,
              nullif(device, 0), kind, way, matched = 1
            from unnest(:persons::bigint[], :places::bigint[], :left::bigint[], :received::bigint[],
              :capturedBy::bigint[], :device::bigint[], :kinds::bigint[], :ways::bigint[],
              :matched::bigint[])
              as n (person, place, left_by, received, captured_by, device, kind, way, matched)
            on conflict (person, left_at, place) do update
            set kind = excluded.kind, matched = excluded.matched
            """)
        .param("persons", columns.persons.array())
        .param("places", columns.places.array())
        .param("left", columns.left.array())
        .param("received", columns.received.array())
        .param("capturedBy", columns.capturedBy.array())
        .param("device", columns.device.array())
        .param("kinds", columns.kinds.array())
        .param("ways", columns.ways.array())
        .param("matched", columns.matched.array())
        .update();
  }

  /** Moves a visit to the withdrawn ones, or keeps the key alone where there is no visit yet. */
  void withdraw(NewWithdrawal withdrawal, Instant now) {
    jdbc.sql(
            """
            with taken as (
              delete from visits.visit
              where person = :person and place = :place and entered_at = :entered
              returning *)
            insert into visits.withdrawn_visit (person, place, entered_at, left_at, departure, way,
              captured_by, received_at, withdrawn_at, withdrawn_by, reason)
            select :person, :place, :entered, t.left_at, t.departure, t.way, t.captured_by,
              t.received_at, :now, :by, :reason
            from (values (1)) as one left join taken t on true
            """)
        .param("person", withdrawal.person())
        .param("place", withdrawal.place())
        .param("entered", timestamp(Instant.ofEpochSecond(withdrawal.enteredAt())))
        .param("now", timestamp(now))
        .param("by", withdrawal.withdrawnBy())
        .param("reason", withdrawal.reason())
        .update();
  }

  void forgetWithdrawnBefore(Instant midnight) {
    jdbc.sql("delete from visits.withdrawn_visit where entered_at < :midnight")
        .param("midnight", timestamp(midnight))
        .update();
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
