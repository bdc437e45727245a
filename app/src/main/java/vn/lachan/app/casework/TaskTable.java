package vn.lachan.app.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.tracing.TraceUpdated.Listed;

/** Contacts to be reached. */
@Component
class TaskTable {
  private static final String COLUMNS =
      """
      select t.number, t.case_file, c.public_id, c.disease, t.person, t.unit_id, t.unit_of_case,
             t.due_at, t.state, t.state_at, t.attempts, t.finished, t.assigned_to, t.needed,
             t.kind, t.declaration
      """;

  private static final String JOINED =
      " from casework.task t left join casework.case_file c on c.number = t.case_file ";

  private final JdbcClient jdbc;

  TaskTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A row with its case, where it has one; {@code caseInReach} says whether the case may be linked.
   * A task that belongs to no case has the case number {@link TaskRow#NO_CASE}.
   */
  record Row(
      long number,
      TaskKind kind,
      @Nullable UUID declaration,
      long caseNumber,
      @Nullable UUID caseId,
      boolean caseInReach,
      @Nullable String disease,
      long person,
      int unit,
      boolean unitOfCase,
      Instant dueAt,
      FollowUp state,
      @Nullable Instant stateAt,
      int attempts,
      boolean finished,
      @Nullable Long assignedTo,
      boolean needed) {}

  /** Adds the tasks of listed contacts; answers the persons who had none. */
  List<Long> list(
      long caseNumber, List<Listed> listed, Duration closeDue, Duration otherDue, Instant now) {
    return jdbc
        .sql(
            """
            insert into casework.task as task (case_file, person, unit_id, unit_of_case, close, listed_at, due_at)
            select c.number, n.person, case when n.unit = 0 then c.unit_id else n.unit end, n.unit = 0,
              n.close, :now,
              :now::timestamptz + case when n.close and n.generation = 1
                then :closeSeconds * interval '1 second' else :otherSeconds * interval '1 second' end
            from casework.case_file c, unnest(:persons::bigint[], :units::int[], :close::boolean[],
              :generations::int[]) as n(person, unit, close, generation)
            where c.number = :case
            on conflict (case_file, person) do update set needed = true, close = excluded.close,
              unit_id = case when excluded.unit_of_case then task.unit_id else excluded.unit_id end,
              unit_of_case = task.unit_of_case and excluded.unit_of_case
            returning person, xmax = 0 as is_new
            """)
        .param("case", caseNumber)
        .param("now", Columns.time(now))
        .param("closeSeconds", closeDue.toSeconds())
        .param("otherSeconds", otherDue.toSeconds())
        .param("persons", listed.stream().map(Listed::person).toArray(Long[]::new))
        .param("units", listed.stream().map(Listed::unit).toArray(Integer[]::new))
        .param("close", listed.stream().map(Listed::close).toArray(Boolean[]::new))
        .param("generations", listed.stream().map(Listed::generation).toArray(Integer[]::new))
        .query((row, _) -> row.getBoolean("is_new") ? row.getLong("person") : -1L)
        .list()
        .stream()
        .filter(person -> person >= 0)
        .toList();
  }

  /** Whose task it is. */
  record CasePerson(long caseNumber, long person) {}

  record Key(long number, long caseNumber, long person) {
    CasePerson of() {
      return new CasePerson(caseNumber, person);
    }
  }

  List<Key> keys(Collection<Long> numbers) {
    return keys("number = any(:values)", numbers);
  }

  /** The tasks of these persons in all cases, also those that the trace no longer supports. */
  List<Key> ofPersons(Collection<Long> persons) {
    return keys("person = any(:values)", persons);
  }

  private List<Key> keys(String condition, Collection<Long> values) {
    return jdbc.sql(
            "select number, coalesce(case_file, 0) as case_file, person from casework.task where "
                + condition
                + " order by number")
        .param("values", values.toArray(Long[]::new))
        .query(
            (row, _) ->
                new Key(row.getLong("number"), row.getLong("case_file"), row.getLong("person")))
        .list();
  }

  /**
   * Asks for a call because of a declaration: a new task, unless one of these records of the person
   * has one that is not finished, which then points at the newer declaration.
   */
  void warn(
      UUID declaration, Collection<Long> records, long person, int unit, Instant due, Instant now) {
    int waiting =
        jdbc.sql(
                """
                update casework.task set declaration = :declaration, needed = true
                where kind = 'WARNING' and person = any(:records) and not finished
                """)
            .param("declaration", declaration)
            .param("records", records.toArray(Long[]::new))
            .update();
    if (waiting == 0) {
      jdbc.sql(
              """
              insert into casework.task
                (kind, declaration, person, unit_id, unit_of_case, close, listed_at, due_at)
              values ('WARNING', :declaration, :person, :unit, false, false, :now, :due)
              """)
          .param("declaration", declaration)
          .param("person", person)
          .param("unit", unit)
          .param("now", Columns.time(now))
          .param("due", Columns.time(due))
          .update();
    }
  }

  /** How the call for a declaration stands, or for the same person's that took its place. */
  record Warned(long number, String state, @Nullable Instant at, boolean finished) {}

  Optional<Warned> warned(UUID declaration, Collection<Long> records) {
    return jdbc.sql(
            """
            select number, state, state_at, finished from casework.task
            where kind = 'WARNING' and person = any(:records)
            order by (declaration = :declaration) desc, number desc limit 1
            """)
        .param("declaration", declaration)
        .param("records", records.toArray(Long[]::new))
        .query(
            (row, _) ->
                new Warned(
                    row.getLong("number"),
                    Columns.text(row, "state"),
                    Columns.instantOrNull(row, "state_at"),
                    row.getBoolean("finished")))
        .optional();
  }

  void notNeeded(long caseNumber, List<Long> persons) {
    jdbc.sql(
            """
            update casework.task set needed = false
            where case_file = :case and person = any(:persons)
            """)
        .param("case", caseNumber)
        .param("persons", persons.toArray(Long[]::new))
        .update();
  }

  Map<Long, ContactShares> shares(Collection<Long> cases) {
    Map<Long, ContactShares> shares = new HashMap<>();
    jdbc.sql(
            """
            select case_file, count(*) as needed, count(*) filter (where finished) as finished,
              count(*) filter (where state = 'UNREACHABLE') as unreachable
            from casework.task where case_file = any(:cases) and needed group by case_file
            """)
        .param("cases", cases.toArray(Long[]::new))
        .query(
            row -> {
              shares.put(
                  row.getLong("case_file"),
                  new ContactShares(
                      row.getInt("needed"), row.getInt("finished"), row.getInt("unreachable")));
            });
    return shares;
  }

  Map<Long, Row> ofPersons(long caseNumber, Collection<Long> persons) {
    Map<Long, Row> tasks = new LinkedHashMap<>();
    jdbc.sql(
            COLUMNS
                + ", true as case_in_reach"
                + JOINED
                + "where t.case_file = :case and t.person = any(:persons)")
        .param("case", caseNumber)
        .param("persons", persons.toArray(Long[]::new))
        .query(TaskTable::row)
        .list()
        .forEach(task -> tasks.put(task.person(), task));
    return tasks;
  }

  Set<Long> personsIn(long caseNumber, FollowUp state) {
    return persons("t.state = :state", caseNumber, state);
  }

  Set<Long> personsNotIn(long caseNumber, FollowUp state) {
    return persons("t.state <> :state", caseNumber, state);
  }

  private Set<Long> persons(String condition, long caseNumber, FollowUp state) {
    return new HashSet<>(
        jdbc.sql("select t.person from casework.task t where t.case_file = :case and " + condition)
            .param("case", caseNumber)
            .param("state", state.name())
            .query((row, _) -> row.getLong(1))
            .list());
  }

  /** Locks tasks in one order, so that two acts on the same contacts follow each other. */
  void lock(Collection<Long> numbers) {
    jdbc.sql("select number from casework.task where number = any(:numbers) order by 1 for update")
        .param("numbers", numbers.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  /** Contacts whose task an account has. */
  Set<Long> personsOf(long caseNumber, long account) {
    return new HashSet<>(
        jdbc.sql(
                "select person from casework.task where case_file = :case and assigned_to = :account")
            .param("case", caseNumber)
            .param("account", account)
            .query((row, _) -> row.getLong(1))
            .list());
  }

  /** Contacts whose task some account has. */
  Set<Long> personsAssigned(long caseNumber) {
    return new HashSet<>(
        jdbc.sql(
                "select person from casework.task where case_file = :case and assigned_to is not null")
            .param("case", caseNumber)
            .query((row, _) -> row.getLong(1))
            .list());
  }

  /** One task, where its person's commune or its case is in reach. */
  Optional<Row> inReach(Reach reach, long number) {
    return jdbc.sql(
            COLUMNS
                + ", "
                + reach.sql("c.unit_id", null, null)
                + " as case_in_reach"
                + JOINED
                + "where t.number = :number and "
                + either(reach))
        .param("number", number)
        .params(reach.parameters())
        .query(TaskTable::row)
        .optional();
  }

  Optional<Long> ofPerson(Reach reach, UUID caseId, long person) {
    return jdbc.sql(
            "select t.number"
                + JOINED
                + "where c.public_id = :case and t.person = :person and "
                + either(reach))
        .param("case", caseId)
        .param("person", person)
        .params(reach.parameters())
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  List<Row> page(Reach reach, TaskFilter filter, Instant now, @Nullable String after, int rows) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    String where = TaskQuery.where(reach, filter, now, after, values);
    return jdbc.sql(
            COLUMNS
                + ", "
                + reach.sql("c.unit_id", null, null)
                + " as case_in_reach"
                + JOINED
                + where
                + " order by t.due_at, t.number limit :rows")
        .params(values)
        .param("rows", rows)
        .query(TaskTable::row)
        .list();
  }

  TaskFigures figures(Reach reach, Instant now, Instant endOfDay) {
    return jdbc.sql(
            """
            select count(*) filter (where t.due_at < :now) as overdue,
              count(*) filter (where t.due_at >= :now and t.due_at < :end) as today,
              count(*) filter (where t.due_at >= :now and t.due_at >= :end) as later
            """
                + JOINED
                + "where not t.finished and t.needed and c.closed_at is null and "
                + reach.sql("t.unit_id", null, null))
        .params(reach.parameters())
        .param("now", Columns.time(now))
        .param("end", Columns.time(endOfDay))
        .query(
            (row, _) ->
                new TaskFigures(row.getInt("overdue"), row.getInt("today"), row.getInt("later")))
        .single();
  }

  static String either(Reach reach) {
    return "("
        + reach.sql("c.unit_id", null, null)
        + " or "
        + reach.sql("t.unit_id", null, null)
        + ")";
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        TaskKind.valueOf(Columns.text(row, "kind")),
        row.getObject("declaration", UUID.class),
        row.getLong("case_file"),
        row.getObject("public_id", UUID.class),
        row.getBoolean("case_in_reach"),
        row.getString("disease"),
        row.getLong("person"),
        row.getInt("unit_id"),
        row.getBoolean("unit_of_case"),
        Columns.instant(row, "due_at"),
        FollowUp.valueOf(Columns.text(row, "state")),
        Columns.instantOrNull(row, "state_at"),
        row.getInt("attempts"),
        row.getBoolean("finished"),
        row.getObject("assigned_to", Long.class),
        row.getBoolean("needed"));
  }
}
