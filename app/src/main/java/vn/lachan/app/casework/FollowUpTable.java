package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** What became of contacts: a row each time, and the task follows from the latest that holds. */
@Component
class FollowUpTable {
  private static final String FINISHED = "('REACHED', 'NOT_A_CONTACT', 'ISOLATED')";

  private final JdbcClient jdbc;

  FollowUpTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A follow-up made just now. */
  record Made(long number, long task) {}

  List<Made> insert(Reach reach, Collection<Long> tasks, FollowUp state, long by, Instant now) {
    return jdbc.sql(
            """
            insert into casework.follow_up (task, state, at, by)
            select t.number, :state, :now, :by
            from casework.task t left join casework.case_file c on c.number = t.case_file
            where t.number = any(:tasks) and
            """
                + TaskTable.either(reach)
                + " returning number, task")
        .params(reach.parameters())
        .param("tasks", tasks.toArray(Long[]::new))
        .param("state", state.name())
        .param("now", Columns.time(now))
        .param("by", by)
        .query((row, _) -> new Made(row.getLong("number"), row.getLong("task")))
        .list();
  }

  /** As {@link #insert} for tasks that the caller has checked, as part of an act on many. */
  void insertAll(
      Collection<Long> tasks,
      FollowUp state,
      @Nullable FollowUpReason reason,
      long bulk,
      long by,
      Instant now) {
    jdbc.sql(
            """
            insert into casework.follow_up (task, state, reason, bulk, at, by)
            select number, :state, :reason, :bulk, :now, :by from casework.task
            where number = any(:tasks)
            """)
        .param("tasks", tasks.toArray(Long[]::new))
        .param("state", state.name())
        .param("reason", reason == null ? null : reason.name())
        .param("bulk", bulk)
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  /** Takes an act on many back; answers the tasks. */
  List<Made> undoBulk(long bulk, long by, Instant now) {
    return jdbc.sql(
            """
            update casework.follow_up set undone_at = :now, undone_by = :by
            where bulk = :bulk and undone_at is null returning number, task
            """)
        .param("bulk", bulk)
        .param("now", Columns.time(now))
        .param("by", by)
        .query((row, _) -> new Made(row.getLong("number"), row.getLong("task")))
        .list();
  }

  /** Takes back what this account said and nobody took back yet; answers the tasks. */
  List<Made> undo(Collection<Long> followUps, long by, Instant now) {
    return jdbc.sql(
            """
            update casework.follow_up set undone_at = :now, undone_by = :by
            where number = any(:numbers) and by = :by and undone_at is null
            returning number, task
            """)
        .param("numbers", followUps.toArray(Long[]::new))
        .param("now", Columns.time(now))
        .param("by", by)
        .query((row, _) -> new Made(row.getLong("number"), row.getLong("task")))
        .list();
  }

  /** What was done for {@code counted} counts for {@code task}, as its own does. */
  record Counted(long task, long counted) {}

  /** The state of these tasks follows from the rows that count for them. */
  void settle(Collection<Counted> pairs) {
    jdbc.sql(
            """
            with pair as (
              select * from unnest(:tasks::bigint[], :counted::bigint[]) as n(task, counted)),
            told as (
              select p.task, f.state, f.at, f.number from pair p
              join casework.follow_up f on f.task = p.counted and f.undone_at is null),
            settled as (
              select n.task, last.state, last.at,
                (select least(count(*), 30000)::smallint from told
                 where told.task = n.task and told.state = 'UNREACHABLE') as attempts
              from (select distinct task from pair) n
              left join lateral (select state, at from told where told.task = n.task
                order by at desc, number desc limit 1) last on true)
            update casework.task t set state = coalesce(s.state, 'TO_REACH'), state_at = s.at,
              finished = coalesce(s.state in %s, false), attempts = s.attempts
            from settled s where t.number = s.task
            """
                .formatted(FINISHED))
        .param("tasks", pairs.stream().mapToLong(Counted::task).toArray())
        .param("counted", pairs.stream().mapToLong(Counted::counted).toArray())
        .update();
  }

  /** A line of the history of a task. */
  record Line(
      long number,
      FollowUp state,
      @Nullable FollowUpReason reason,
      long by,
      Instant at,
      @Nullable Instant undone) {}

  List<Line> ofTask(long task, int rows) {
    return jdbc.sql(
            """
            select number, state, reason, by, at, undone_at from casework.follow_up
            where task = :task order by number desc limit :rows
            """)
        .param("task", task)
        .param("rows", rows)
        .query(
            (row, _) -> {
              String reason = row.getString("reason");
              return new Line(
                  row.getLong("number"),
                  FollowUp.valueOf(Columns.text(row, "state")),
                  reason == null ? null : FollowUpReason.valueOf(reason),
                  row.getLong("by"),
                  Columns.instant(row, "at"),
                  Columns.instantOrNull(row, "undone_at"));
            })
        .list();
  }
}
