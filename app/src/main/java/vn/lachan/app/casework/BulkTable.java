package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Acts on many contacts, and who is to reach whom. */
@Component
class BulkTable {
  private final JdbcClient jdbc;

  BulkTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** An act as it is stored. */
  record Bulk(long number, UUID publicId, Kind kind, int done) {}

  /** What an act did. Stored as its name. */
  enum Kind {
    FOLLOW_UP,
    ASSIGN,
    TASKS
  }

  Bulk insert(long caseNumber, Kind kind, int asked, int done, long by, Instant now) {
    return jdbc.sql(
            """
            insert into casework.bulk_act (case_file, kind, asked, done, at, by)
            values (:case, :kind, :asked, :done, :now, :by) returning number, public_id
            """)
        .param("case", caseNumber)
        .param("kind", kind.name())
        .param("asked", asked)
        .param("done", done)
        .param("now", Columns.time(now))
        .param("by", by)
        .query(
            (row, _) -> new Bulk(row.getLong("number"), Columns.uuid(row, "public_id"), kind, done))
        .single();
  }

  /** Takes an act back once; empty where it is not this account's, or was taken back already. */
  Optional<Bulk> undo(UUID publicId, long by, Instant now) {
    return jdbc.sql(
            """
            update casework.bulk_act set undone_at = :now, undone_by = :by
            where public_id = :id and by = :by and undone_at is null
            returning number, kind, done
            """)
        .param("id", publicId)
        .param("now", Columns.time(now))
        .param("by", by)
        .query(
            (row, _) ->
                new Bulk(
                    row.getLong("number"),
                    publicId,
                    Kind.valueOf(Columns.text(row, "kind")),
                    row.getInt("done")))
        .optional();
  }

  long caseOf(long bulk) {
    return jdbc.sql("select case_file from casework.bulk_act where number = :bulk")
        .param("bulk", bulk)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Gives tasks to a commune and an officer; the rows keep what was before. */
  void assign(
      long bulk,
      Collection<Long> tasks,
      @Nullable Integer unit,
      @Nullable Long account,
      long by,
      Instant now) {
    jdbc.sql(
            """
            with given as (
              insert into casework.assignment (task, bulk, unit_before, of_case_before,
                account_before, unit_after, account_after, at, by)
              select number, :bulk, unit_id, unit_of_case, assigned_to,
                coalesce(:unit::int, unit_id), :account::bigint, :now, :by
              from casework.task where number = any(:tasks)
              returning task, unit_after, account_after)
            update casework.task t set unit_id = g.unit_after, assigned_to = g.account_after,
              unit_of_case = t.unit_of_case and :unit::int is null
            from given g where t.number = g.task
            """)
        .param("bulk", bulk)
        .param("tasks", tasks.toArray(Long[]::new))
        .param("unit", unit)
        .param("account", account)
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  /** Puts back what nobody changed since; answers how many. */
  int unassign(long bulk, Instant now) {
    return jdbc.sql(
            """
            with back as (
              update casework.assignment a set undone_at = :now
              from casework.task t
              where a.bulk = :bulk and t.number = a.task and a.undone_at is null
                and t.unit_id = a.unit_after and t.assigned_to is not distinct from a.account_after
                and not exists (select from casework.assignment later
                  where later.task = a.task and later.number > a.number and later.undone_at is null)
              returning a.task, a.unit_before, a.of_case_before, a.account_before)
            update casework.task t set unit_id = b.unit_before, unit_of_case = b.of_case_before,
              assigned_to = b.account_before
            from back b where t.number = b.task
            """)
        .param("bulk", bulk)
        .param("now", Columns.time(now))
        .update();
  }

  /** Makes tasks for contacts by hand; one that is no longer needed is needed again. */
  List<Long> makeTasks(
      long caseNumber, long bulk, Collection<Candidate> contacts, Instant due, Instant now) {
    return jdbc.sql(
            """
            insert into casework.task (case_file, person, unit_id, unit_of_case, close, listed_at,
              due_at, made_in)
            select c.number, n.person, coalesce(nullif(n.unit, 0), c.unit_id), n.unit = 0, n.close,
              :now, :due, :bulk
            from casework.case_file c, unnest(:persons::bigint[], :units::int[], :close::boolean[])
              as n(person, unit, close)
            where c.number = :case
            on conflict (case_file, person) do update set needed = true
              where not task.needed
            returning number
            """)
        .param("case", caseNumber)
        .param("bulk", bulk)
        .param("now", Columns.time(now))
        .param("due", Columns.time(due))
        .param("persons", contacts.stream().map(Candidate::person).toArray(Long[]::new))
        .param("units", contacts.stream().map(Candidate::unit).toArray(Integer[]::new))
        .param("close", contacts.stream().map(Candidate::close).toArray(Boolean[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** A contact that is to get a task; {@code unit} 0 where it is unknown. */
  record Candidate(long person, int unit, boolean close) {}

  /** Takes tasks back that nobody has worked on; answers how many. */
  int unmakeTasks(long bulk) {
    return jdbc.sql(
            """
            update casework.task t set needed = false
            where t.made_in = :bulk and t.needed and t.state = 'TO_REACH'
              and not exists (select from casework.follow_up f
                where f.task = t.number and f.undone_at is null)
            """)
        .param("bulk", bulk)
        .update();
  }
}
