package vn.lachan.app.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Columns;

/** Cases and their states. */
@Component
class CaseTable {
  private static final String COLUMNS =
      """
      select c.number, c.public_id, c.disease, c.person, c.unit_id, c.symptomatic, c.onset, c.sample,
             c.first_contact, c.source_case, c.isolated_at, c.confirmed_on, c.opened_by, c.opened_at,
             c.closed_at
      from casework.case_file c
      """;

  private final JdbcClient jdbc;

  CaseTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number and the public id of a case made just now. */
  record Made(long number, UUID publicId) {}

  Made insert(String disease, long person, int unit, CaseFacts facts, long by, Instant now) {
    return facts(
            jdbc.sql(
                """
                insert into casework.case_file (disease, person, unit_id, symptomatic, onset, sample,
                  first_contact, source_case, isolated_at, confirmed_on, opened_by, opened_at)
                values (:disease, :person, :unit, :symptomatic, :onset, :sample, :firstContact,
                  :sourceCase, :isolatedAt, :confirmedOn, :by, :now)
                returning number, public_id
                """),
            facts)
        .param("disease", disease)
        .param("person", person)
        .param("unit", unit)
        .param("by", by)
        .param("now", Columns.time(now))
        .query((row, _) -> new Made(row.getLong("number"), Columns.uuid(row, "public_id")))
        .single();
  }

  void correct(long number, CaseFacts facts) {
    facts(
            jdbc.sql(
                """
                update casework.case_file set symptomatic = :symptomatic, onset = :onset,
                  sample = :sample, first_contact = :firstContact, source_case = :sourceCase,
                  isolated_at = :isolatedAt, confirmed_on = :confirmedOn
                where number = :number
                """),
            facts)
        .param("number", number)
        .update();
  }

  /** Null opens the case again. */
  void closed(long number, @Nullable Instant at) {
    jdbc.sql("update casework.case_file set closed_at = :at where number = :number")
        .param("number", number)
        .param("at", Columns.timeOrNull(at))
        .update();
  }

  void state(long number, String what, @Nullable CaseStateReason reason, long by, Instant now) {
    jdbc.sql(
            """
            insert into casework.case_state (case_file, what, reason, at, by)
            values (:number, :what, :reason, :now, :by)
            """)
        .param("number", number)
        .param("what", what)
        .param("reason", reason == null ? null : reason.name())
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  /** A line of the states of a case. */
  record State(String what, @Nullable CaseStateReason reason, Instant at, long by) {}

  List<State> states(long number) {
    return jdbc.sql(
            """
            select what, reason, at, by from casework.case_state where case_file = :number
            order by number desc limit 50
            """)
        .param("number", number)
        .query(
            (row, _) -> {
              String reason = row.getString("reason");
              return new State(
                  Columns.text(row, "what"),
                  reason == null ? null : CaseStateReason.valueOf(reason),
                  Columns.instant(row, "at"),
                  row.getLong("by"));
            })
        .list();
  }

  Optional<StoredCase> inReach(Reach reach, UUID publicId) {
    return jdbc.sql(COLUMNS + "where c.public_id = :id and " + reach.sql("c.unit_id", null, null))
        .param("id", publicId)
        .params(reach.parameters())
        .query(CaseTable::row)
        .optional();
  }

  Optional<StoredCase> inReach(Reach reach, long number) {
    return jdbc.sql(COLUMNS + "where c.number = :number and " + reach.sql("c.unit_id", null, null))
        .param("number", number)
        .params(reach.parameters())
        .query(CaseTable::row)
        .optional();
  }

  boolean exists(long number) {
    return jdbc.sql("select exists (select from casework.case_file where number = :number)")
        .param("number", number)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** Whether one of these records has an open case of the disease. */
  boolean openCaseOf(List<Long> records, String disease) {
    return jdbc.sql(
            """
            select exists (select from casework.case_file
              where person = any(:records) and disease = :disease and closed_at is null)
            """)
        .param("records", records.toArray(Long[]::new))
        .param("disease", disease)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  boolean reaches(Reach reach, int unit) {
    return jdbc.sql(
            "select "
                + reach.sql("asked.unit", null, null)
                + " from (select :unit::int as unit) asked")
        .param("unit", unit)
        .params(reach.parameters())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  List<StoredCase> list(Reach reach, CaseFilter filter, @Nullable Long before, int rows) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    var where = new StringBuilder("where ").append(reach.sql("c.unit_id", null, null));
    if (filter.open() != null) {
      where.append(filter.open() ? " and c.closed_at is null" : " and c.closed_at is not null");
    }
    add(where, values, "c.number = :number", "number", filter.number());
    add(where, values, "c.disease = :disease", "disease", filter.disease());
    add(where, values, "c.number < :before", "before", before);
    add(
        where,
        values,
        "c.unit_id in (select unit_id from units.within where ancestor_id = :unit)",
        "unit",
        filter.unit());
    add(where, values, "c.opened_at >= :since", "since", filter.openedSince());
    return jdbc.sql(COLUMNS + where + " order by c.number desc limit :rows")
        .params(values)
        .param("rows", rows)
        .query(CaseTable::row)
        .list();
  }

  /** Cases of these persons themselves. */
  List<StoredCase> ofPersons(Collection<Long> records) {
    return jdbc.sql(COLUMNS + "where c.person = any(:persons) order by c.number")
        .param("persons", records.toArray(Long[]::new))
        .query(CaseTable::row)
        .list();
  }

  Map<Long, StoredCase> byNumbers(Collection<Long> numbers) {
    Map<Long, StoredCase> found = new HashMap<>();
    jdbc.sql(COLUMNS + "where c.number = any(:numbers)")
        .param("numbers", numbers.toArray(Long[]::new))
        .query(CaseTable::row)
        .list()
        .forEach(stored -> found.put(stored.number(), stored));
    return found;
  }

  private static void add(
      StringBuilder where,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private static JdbcClient.StatementSpec facts(
      JdbcClient.StatementSpec statement, CaseFacts facts) {
    return statement
        .param("symptomatic", facts.symptomatic())
        .param("onset", facts.onset())
        .param("sample", facts.sample())
        .param("firstContact", facts.firstContact())
        .param("sourceCase", facts.sourceCase())
        .param("isolatedAt", Columns.timeOrNull(facts.isolatedAt()))
        .param("confirmedOn", facts.confirmedOn());
  }

  private static StoredCase row(ResultSet row, int index) throws SQLException {
    return new StoredCase(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.text(row, "disease"),
        row.getLong("person"),
        row.getInt("unit_id"),
        new CaseFacts(
            row.getBoolean("symptomatic"),
            row.getObject("onset", LocalDate.class),
            row.getObject("sample", LocalDate.class),
            row.getObject("first_contact", LocalDate.class),
            row.getObject("source_case", Long.class),
            Columns.instantOrNull(row, "isolated_at"),
            Columns.day(row, "confirmed_on")),
        row.getLong("opened_by"),
        Columns.instant(row, "opened_at"),
        Columns.instantOrNull(row, "closed_at"));
  }
}
