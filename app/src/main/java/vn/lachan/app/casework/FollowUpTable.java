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
            from casework.task t join casework.case_file c on c.number = t.case_file
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

  /** The state of these tasks follows from their rows. */
  void settle(Collection<Long> tasks) {
    jdbc.sql(
            """
            update casework.task t set state = coalesce(last.state, 'TO_REACH'), state_at = last.at,
              finished = coalesce(last.state in %s, false), attempts = tried.count
            from unnest(:tasks::bigint[]) as n(task)
            left join lateral (select f.state, f.at from casework.follow_up f
              where f.task = n.task and f.undone_at is null order by f.number desc limit 1) last on true
            cross join lateral (select least(count(*), 30000)::smallint as count
              from casework.follow_up f where f.task = n.task and f.undone_at is null
                and f.state = 'UNREACHABLE') tried
            where t.number = n.task
            """
                .formatted(FINISHED))
        .param("tasks", tasks.toArray(Long[]::new))
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
