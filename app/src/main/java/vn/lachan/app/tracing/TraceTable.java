package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.InfectiousPeriod;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Window;

@Component
class TraceTable {
  private static final String COLUMNS =
      """
      select t.number, t.public_id, t.subject, t.person, t.index_person, t.unit_id, t.onset,
             t.sample, t.first_contact, t.isolated_at, t.window_from, t.window_to, t.window_start,
             t.window_basis, t.window_days, t.rules, t.opened_at, t.computed_at,
             t.computed_millis, t.grows_from, t.cursor, t.closed_at, t.crowd_visitors
      from tracing.trace t
      """;

  private final JdbcClient jdbc;

  TraceTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A trace and whether it was made just now. */
  record Put(long number, boolean isNew) {}

  /** Inserts the trace of a subject or takes over what is stated now; locks its row. */
  Put put(TraceRequest request, Plan plan, Instant now) {
    CaseDates dates = request.dates();
    InfectiousPeriod period = plan.period();
    return jdbc.sql(
            """
            insert into tracing.trace (subject, person, index_person, unit_id, disease,
              confirmed_on, onset, sample, first_contact, isolated_at, window_from, window_to,
              window_start, window_basis, window_days, rule_set, rules, opened_at, computed_at,
              computed_millis, grows_from, due_at, cursor, crowd_visitors)
            values (:subject, :person, :person, :unit, :disease, :confirmed, :onset, :sample,
              :contact, :isolated, to_timestamp(:from), to_timestamp(:to), :start, :basis, :days,
              :ruleSet, :rules::jsonb, :now, :now, 0, :basis, :now, 0,
              :crowd)
            on conflict (subject) do update set person = excluded.person,
              unit_id = excluded.unit_id, disease = excluded.disease,
              confirmed_on = excluded.confirmed_on, onset = excluded.onset,
              sample = excluded.sample, first_contact = excluded.first_contact,
              isolated_at = excluded.isolated_at, rule_set = excluded.rule_set,
              rules = excluded.rules
            returning number, xmax = 0 as is_new
            """)
        .param("subject", request.subject())
        .param("person", request.person())
        .param("unit", request.unit())
        .param("disease", request.disease())
        .param("confirmed", request.confirmedOn())
        .param("onset", dates.onset())
        .param("sample", dates.sample())
        .param("contact", dates.firstContact())
        .param("isolated", Columns.timeOrNull(dates.isolatedAt()))
        .param("from", period.window().from())
        .param("to", period.window().to())
        .param("start", period.start().name())
        .param("basis", period.basis())
        .param("days", period.days())
        .param("ruleSet", plan.rules().id())
        .param("rules", RulesJson.write(plan.rules()))
        .param("crowd", plan.crowdVisitors())
        .param("now", Columns.time(now))
        .query((row, _) -> new Put(row.getLong("number"), row.getBoolean("is_new")))
        .single();
  }

  StoredTrace lock(long number) {
    return jdbc.sql(COLUMNS + "where t.number = :number for update")
        .param("number", number)
        .query(TraceTable::trace)
        .single();
  }

  Optional<StoredTrace> bySubject(long subject) {
    return jdbc.sql(COLUMNS + "where t.subject = :subject")
        .param("subject", subject)
        .query(TraceTable::trace)
        .optional();
  }

  Optional<StoredTrace> inReach(Reach reach, long subject) {
    return jdbc.sql(
            COLUMNS + "where t.subject = :subject and " + reach.sql("t.unit_id", null, null))
        .param("subject", subject)
        .params(reach.parameters())
        .query(TraceTable::trace)
        .optional();
  }

  Optional<StoredTrace> inReach(Reach reach, UUID publicId) {
    return jdbc.sql(COLUMNS + "where t.public_id = :id and " + reach.sql("t.unit_id", null, null))
        .param("id", publicId)
        .params(reach.parameters())
        .query(TraceTable::trace)
        .optional();
  }

  /** What a computation leaves behind besides contacts. */
  record Computed(
      long number,
      long indexPerson,
      InfectiousPeriod period,
      Instant at,
      int millis,
      LocalDate growsFrom,
      Instant dueAt,
      long cursor,
      boolean besideFollower) {}

  void computed(Computed computed) {
    jdbc.sql(
            """
            update tracing.trace set index_person = :index, window_from = to_timestamp(:from),
              window_to = to_timestamp(:to), window_start = :start, window_basis = :basis,
              window_days = :days, computed_at = :at, computed_millis = :millis,
              grows_from = :growsFrom, due_at = :due, cursor = :cursor,
              follow_from = case when :beside then :cursor::bigint else follow_from end
            where number = :number
            """)
        .param("number", computed.number)
        .param("index", computed.indexPerson)
        .param("from", computed.period.window().from())
        .param("to", computed.period.window().to())
        .param("start", computed.period.start().name())
        .param("basis", computed.period.basis())
        .param("days", computed.period.days())
        .param("at", Columns.time(computed.at))
        .param("millis", computed.millis)
        .param("growsFrom", computed.growsFrom)
        .param("due", Columns.time(computed.dueAt))
        .param("cursor", computed.cursor)
        .param("beside", computed.besideFollower)
        .update();
  }

  List<Long> openOf(Collection<Long> subjects) {
    return jdbc.sql(
            """
            select number from tracing.trace
            where subject = any(:subjects) and closed_at is null order by number
            """)
        .param("subjects", subjects.toArray(Long[]::new))
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void close(long subject, Instant now) {
    jdbc.sql(
            """
            update tracing.trace set closed_at = coalesce(closed_at, :now), follow_from = null
            where subject = :subject
            """)
        .param("subject", subject)
        .param("now", Columns.time(now))
        .update();
  }

  void reopen(long subject) {
    jdbc.sql("update tracing.trace set closed_at = null where subject = :subject")
        .param("subject", subject)
        .update();
  }

  /** Open traces whose next computation is due, the longest due first. */
  List<Long> due(Instant now, int rows) {
    return jdbc.sql(
            """
            select number from tracing.trace where closed_at is null and due_at <= :now
            order by due_at limit :rows
            """)
        .param("now", Columns.time(now))
        .param("rows", rows)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  private static StoredTrace trace(ResultSet row, int index) throws SQLException {
    return new StoredTrace(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        row.getLong("subject"),
        row.getLong("person"),
        row.getLong("index_person"),
        row.getInt("unit_id"),
        new CaseDates(
            row.getObject("onset", LocalDate.class),
            row.getObject("sample", LocalDate.class),
            row.getObject("first_contact", LocalDate.class),
            Columns.instantOrNull(row, "isolated_at")),
        new Window(
            Columns.instant(row, "window_from").getEpochSecond(),
            Columns.instant(row, "window_to").getEpochSecond()),
        InfectiousPeriod.Start.valueOf(Columns.text(row, "window_start")),
        Columns.day(row, "window_basis"),
        row.getInt("window_days"),
        RulesJson.read(Columns.text(row, "rules")),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "computed_at"),
        row.getInt("computed_millis"),
        Columns.day(row, "grows_from"),
        row.getLong("cursor"),
        Columns.instantOrNull(row, "closed_at"),
        row.getObject("crowd_visitors", Integer.class));
  }
}
