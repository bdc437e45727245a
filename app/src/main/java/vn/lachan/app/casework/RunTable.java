package vn.lachan.app.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.tracing.NewSince;

/** Runs over many cases, and what they changed. */
@Component
class RunTable {
  private static final String CHOSEN =
      """
      c.closed_at is null and c.confirmed_on between :from and :to
        and (:unit::int is null or c.unit_id in
          (select unit_id from units.within where ancestor_id = :unit))
        and\s""";

  private static final String RUNS =
      """
      select r.public_id, r.job, r.from_day, r.to_day, r.unit_id, r.cases, r.started_at,
        r.number, s.done, s.added, s.withdrawn, s.changed
      from casework.run r
      cross join lateral (select count(done_at) as done, coalesce(sum(added), 0) as added,
        coalesce(sum(withdrawn), 0) as withdrawn, coalesce(sum(changed), 0) as changed
        from casework.run_case where run = r.number) s
      """;

  private final JdbcClient jdbc;

  RunTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A run without its job's progress. */
  record Row(
      long number,
      UUID publicId,
      UUID job,
      RunChoice choice,
      int cases,
      Instant startedAt,
      CaseRun.Found found) {}

  int count(Reach reach, RunChoice choice) {
    return chosen("select count(*) from casework.case_file c where ", reach, choice, "")
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /** Lets one beginning of an account at a time look and insert, in all copies. */
  void lock(long account) {
    jdbc.sql("select pg_advisory_xact_lock(509, :account::int)::text")
        .param("account", (int) account)
        .query(String.class)
        .optional();
  }

  long insert(RunChoice choice, UUID job, long by, Instant now) {
    return jdbc.sql(
            """
            insert into casework.run (job, from_day, to_day, unit_id, cases, started_by, started_at)
            values (:job, :from, :to, :unit, 0, :by, :now) returning number
            """)
        .param("job", job)
        .param("from", choice.from())
        .param("to", choice.to())
        .param("unit", choice.unit())
        .param("by", by)
        .param("now", Columns.time(now))
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Takes the chosen cases into the run; answers the run's public id. */
  UUID take(long run, Reach reach, RunChoice choice) {
    chosen(
            """
            insert into casework.run_case (run, case_file)
            select :run, c.number from casework.case_file c where\s""",
            reach,
            choice,
            "")
        .param("run", run)
        .update();
    return jdbc.sql(
            """
            update casework.run set cases = (select count(*) from casework.run_case where run = :run)
            where number = :run returning public_id
            """)
        .param("run", run)
        .query((row, _) -> Columns.uuid(row, "public_id"))
        .single();
  }

  private JdbcClient.StatementSpec chosen(
      String what, Reach reach, RunChoice choice, String order) {
    return jdbc.sql(what + CHOSEN + reach.sql("c.unit_id", null, null) + order)
        .params(reach.parameters())
        .param("from", choice.from())
        .param("to", choice.to())
        .param("unit", choice.unit());
  }

  /** Gives the run to another job; false where somebody else did so meanwhile. */
  boolean carryOn(long run, UUID ended, UUID job) {
    return jdbc.sql("update casework.run set job = :job where number = :run and job = :ended")
            .param("job", job)
            .param("run", run)
            .param("ended", ended)
            .update()
        == 1;
  }

  /** The run of a job. */
  Optional<Long> ofJob(UUID job) {
    return jdbc.sql("select number from casework.run where job = :job")
        .param("job", job)
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  /** The next cases of a run, locked: a second copy that takes the same step waits here. */
  List<Long> next(long run, int rows) {
    return jdbc.sql(
            """
            select case_file from casework.run_case where run = :run and done_at is null
            order by case_file limit :rows for update
            """)
        .param("run", run)
        .param("rows", rows)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void done(long run, Collection<Long> cases, Map<Long, NewSince> found, Instant now) {
    var none = new NewSince(null, 0, 0, 0);
    List<NewSince> figures = cases.stream().map(one -> found.getOrDefault(one, none)).toList();
    jdbc.sql(
            """
            update casework.run_case r set added = n.added, withdrawn = n.withdrawn,
              changed = n.changed, done_at = :now
            from unnest(:cases::bigint[], :added::int[], :withdrawn::int[], :changed::int[])
              as n(case_file, added, withdrawn, changed)
            where r.run = :run and r.case_file = n.case_file
            """)
        .param("run", run)
        .param("now", Columns.time(now))
        .param("cases", cases.toArray(Long[]::new))
        .param("added", figures.stream().map(NewSince::added).toArray(Integer[]::new))
        .param("withdrawn", figures.stream().map(NewSince::withdrawn).toArray(Integer[]::new))
        .param("changed", figures.stream().map(NewSince::changed).toArray(Integer[]::new))
        .update();
  }

  List<Row> latest(long account, int rows) {
    return jdbc.sql(RUNS + "where r.started_by = :by order by r.number desc limit :rows")
        .param("by", account)
        .param("rows", rows)
        .query(RunTable::row)
        .list();
  }

  Optional<Row> find(long account, UUID id) {
    return jdbc.sql(RUNS + "where r.public_id = :id and r.started_by = :by")
        .param("id", id)
        .param("by", account)
        .query(RunTable::row)
        .optional();
  }

  /** A case of a run, done. */
  record Result(
      UUID caseId, long number, long person, int unit, int added, int withdrawn, int changed) {}

  List<Result> results(Reach reach, long run, @Nullable Integer added, long after, int rows) {
    return jdbc.sql(
            """
            select c.public_id, c.number, c.person, c.unit_id, r.added, r.withdrawn, r.changed
            from casework.run_case r join casework.case_file c on c.number = r.case_file
            where r.run = :run and r.done_at is not null
              and (:added::int is null or r.added < :added
                or (r.added = :added and r.case_file > :after))
              and\s"""
                + reach.sql("c.unit_id", null, null)
                + " order by r.added desc, r.case_file limit :rows")
        .params(reach.parameters())
        .param("run", run)
        .param("added", added)
        .param("after", after)
        .param("rows", rows)
        .query(
            (row, _) ->
                new Result(
                    Columns.uuid(row, "public_id"),
                    row.getLong("number"),
                    row.getLong("person"),
                    row.getInt("unit_id"),
                    row.getInt("added"),
                    row.getInt("withdrawn"),
                    row.getInt("changed")))
        .list();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.uuid(row, "job"),
        new RunChoice(
            Columns.day(row, "from_day"),
            Columns.day(row, "to_day"),
            row.getObject("unit_id", Integer.class)),
        row.getInt("cases"),
        Columns.instant(row, "started_at"),
        new CaseRun.Found(
            row.getInt("done"),
            row.getLong("added"),
            row.getLong("withdrawn"),
            row.getLong("changed")));
  }
}
