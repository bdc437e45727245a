package vn.lachan.app.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to destroy, and the record of what was. */
@Component
class RetentionTable {
  /** PostgreSQL's code for a lock that was not given in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final JdbcClient jdbc;

  RetentionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the transaction ends no other copy destroys days; false when one is at it. */
  boolean takeTurn() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('visits.retention'))")
        .query(Boolean.class)
        .single();
  }

  /** From now to the end of the transaction a lock is waited for so long and no longer. */
  void waitForLocks(int millis) {
    jdbc.sql("select set_config('lock_timeout', :millis, true)")
        .param("millis", millis + "ms")
        .query(String.class)
        .single();
  }

  /** Whether it failed because somebody else held a lock for too long. */
  static boolean isLocked(DataAccessException failure) {
    return failure instanceof ConcurrencyFailureException
        || (failure.getCause() instanceof SQLException cause
            && LOCK_NOT_AVAILABLE.equals(cause.getSQLState()));
  }

  /** The received order up to which groups were recorded before this time; 0 where none is left. */
  long recordedBefore(Instant time) {
    return jdbc.sql("select coalesce(max(number), 0) from visits.arrival where recorded_at < :time")
        .param("time", VisitTable.timestamp(time))
        .query(Long.class)
        .single();
  }

  /** Whether something without a partition is older than this: withdrawals, received order. */
  boolean anyLeftBefore(Instant midnight) {
    return jdbc.sql(
            """
            select exists (select from visits.withdrawn_visit where entered_at < :midnight)
                or exists (select from visits.arrival where recorded_at < :midnight)
            """)
        .param("midnight", VisitTable.timestamp(midnight))
        .query(Boolean.class)
        .single();
  }

  /** Counts what goes with a day. */
  ForgottenDay measure(LocalDate day, long run, Instant now) {
    String suffix = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    return jdbc.sql(
            """
            select
              (select count(*) from visits.visit where entered_at >= :from and entered_at < :to)
                as visits,
              (select count(*) from visits.departure where left_at >= :from and left_at < :to)
                as departures,
              (select count(*) from visits.withdrawn_visit where entered_at < :to) as withdrawn,
              (select count(*) from visits.arrival where recorded_at < :to) as arrivals,
              coalesce(pg_total_relation_size(to_regclass('visits.visit_' || :suffix)), 0)
                + coalesce(pg_total_relation_size(to_regclass('visits.departure_' || :suffix)), 0)
                as bytes
            """)
        .param("from", VisitTable.timestamp(VisitDays.midnight(day)))
        .param("to", VisitTable.timestamp(VisitDays.midnight(day.plusDays(1))))
        .param("suffix", suffix)
        .query(
            (row, _) ->
                new ForgottenDay(
                    day,
                    run,
                    row.getLong("visits"),
                    row.getLong("departures"),
                    row.getLong("withdrawn"),
                    row.getLong("arrivals"),
                    row.getLong("bytes"),
                    now))
        .single();
  }

  long begin(LocalDate before, Instant now) {
    return jdbc.sql(
            """
            insert into visits.retention_run (started_at, before) values (:now, :before)
            returning number
            """)
        .param("now", VisitTable.timestamp(now))
        .param("before", before)
        .query(Long.class)
        .single();
  }

  void end(long run, RetentionRun.Outcome outcome, @Nullable String waitsFor, Instant now) {
    jdbc.sql(
            """
            update visits.retention_run
            set outcome = :outcome, waits_for = :waitsFor, ended_at = :now
            where number = :run
            """)
        .param("run", run)
        .param("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .param("waitsFor", waitsFor)
        .param("now", VisitTable.timestamp(now))
        .update();
  }

  void record(ForgottenDay day) {
    jdbc.sql(
            """
            insert into visits.forgotten_day (day, run, visits, departures, withdrawn, arrivals,
              bytes, forgotten_at)
            values (:day, :run, :visits, :departures, :withdrawn, :arrivals, :bytes, :at)
            """)
        .param("day", day.day())
        .param("run", day.run())
        .param("visits", day.visits())
        .param("departures", day.departures())
        .param("withdrawn", day.withdrawn())
        .param("arrivals", day.arrivals())
        .param("bytes", day.bytes())
        .param("at", VisitTable.timestamp(day.at()))
        .update();
  }

  void record(long run, String follower, LocalDate growsFrom, List<ArrivalFollower.Kept> kept) {
    jdbc.sql(
            """
            insert into visits.kept_evidence (run, follower, thing, grows_from, visits)
            select :run, :follower, thing, :growsFrom, visits
            from unnest(:things::uuid[], :visits::bigint[]) as n(thing, visits)
            """)
        .param("run", run)
        .param("follower", follower)
        .param("growsFrom", growsFrom)
        .param("things", kept.stream().map(ArrivalFollower.Kept::thing).toArray(UUID[]::new))
        .param("visits", kept.stream().map(ArrivalFollower.Kept::visits).toArray(Long[]::new))
        .update();
  }

  /** The detail of old runs; the runs and days themselves stay. */
  void forgetKeptBefore(Instant time) {
    jdbc.sql(
            """
            delete from visits.kept_evidence k using visits.retention_run r
            where r.number = k.run and r.started_at < :time
            """)
        .param("time", VisitTable.timestamp(time))
        .update();
  }

  List<DayPartition> partitions() {
    return jdbc.sql(
            """
            select day, greatest(c.reltuples, 0)::bigint as visits,
                   pg_total_relation_size(c.oid)
                     + coalesce(pg_total_relation_size(
                         to_regclass('visits.departure_' || to_char(day, 'YYYYMMDD'))), 0) as bytes
            from visits.days() as day
            join pg_class c on c.oid = to_regclass('visits.visit_' || to_char(day, 'YYYYMMDD'))
            order by day desc
            """)
        .query(
            (row, _) ->
                new DayPartition(
                    row.getObject("day", LocalDate.class),
                    row.getLong("visits"),
                    row.getLong("bytes")))
        .list();
  }

  List<RetentionRun> runs(@Nullable Long beforeNumber, int rows) {
    return jdbc.sql(
            """
            select r.*, (select count(*) from visits.forgotten_day d where d.run = r.number) as days
            from visits.retention_run r
            where (:before::bigint is null or r.number < :before)
            order by r.number desc limit :rows
            """)
        .param("before", beforeNumber)
        .param("rows", rows)
        .query(RetentionTable::run)
        .list();
  }

  List<ForgottenDay> daysOf(long run) {
    return jdbc.sql("select * from visits.forgotten_day where run = :run order by day")
        .param("run", run)
        .query(RetentionTable::day)
        .list();
  }

  List<KeptEvidence> keptBy(long run, @Nullable UUID after, int rows) {
    return jdbc.sql(
            """
            select follower, thing, grows_from, visits from visits.kept_evidence
            where run = :run and (:after::uuid is null or thing > :after)
            order by thing limit :rows
            """)
        .param("run", run)
        .param("after", after)
        .param("rows", rows)
        .query(
            (row, _) ->
                new KeptEvidence(
                    Objects.requireNonNull(row.getString("follower")),
                    row.getObject("thing", UUID.class),
                    row.getObject("grows_from", LocalDate.class),
                    row.getLong("visits")))
        .list();
  }

  private static RetentionRun run(ResultSet row, int index) throws SQLException {
    String outcome = row.getString("outcome");
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new RetentionRun(
        row.getLong("number"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        ended == null ? null : ended.toInstant(),
        row.getObject("before", LocalDate.class),
        outcome == null ? null : RetentionRun.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getString("waits_for"),
        row.getInt("days"));
  }

  private static ForgottenDay day(ResultSet row, int index) throws SQLException {
    return new ForgottenDay(
        row.getObject("day", LocalDate.class),
        row.getLong("run"),
        row.getLong("visits"),
        row.getLong("departures"),
        row.getLong("withdrawn"),
        row.getLong("arrivals"),
        row.getLong("bytes"),
        row.getObject("forgotten_at", OffsetDateTime.class).toInstant());
  }
}
