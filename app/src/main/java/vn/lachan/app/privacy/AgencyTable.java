package vn.lachan.app.privacy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
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

/** Requests of agencies. Every reading says for whom: one's own, or those in reach. */
@Component
class AgencyTable {
  private static final String COLUMNS =
      """
      select r.number, r.public_id, r.agency, r.purpose, r.case_number, r.asked, r.text,
             r.entered_by, r.entered_at, r.state, r.refusal, r.decided_by, r.decided_at, r.granted,
             r.expires_at,
             (select count(*) from privacy.agency_person p where p.request = r.number) as persons,
             (select count(*) from privacy.step s
               where s.subject = r.public_id and s.what = 'OPENED') as openings
      from privacy.agency_request r
      """;

  private final JdbcClient jdbc;

  AgencyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whose requests are read.
   *
   * @param own the account that entered them
   * @param reach where the account decides; null where it does not
   * @param whole whether it keeps the whole register
   */
  record Sight(long own, @Nullable Reach reach, boolean whole) {
    String sql() {
      if (whole) {
        return "(true)";
      }
      return reach == null
          ? "(r.entered_by = :own)"
          : "(r.entered_by = :own or " + reach.sql("r.unit_id", null, null) + ")";
    }

    Map<String, Object> parameters() {
      Map<String, Object> values = new HashMap<>();
      values.put("own", own);
      if (reach != null) {
        values.putAll(reach.parameters());
      }
      return values;
    }
  }

  record Row(
      long number,
      UUID publicId,
      String agency,
      AgencyPurpose purpose,
      long caseNumber,
      List<AgencyField> asked,
      long text,
      long enteredBy,
      Instant enteredAt,
      String state,
      @Nullable AgencyRefusal refusal,
      @Nullable Long decidedBy,
      @Nullable Instant decidedAt,
      List<AgencyField> granted,
      @Nullable Instant expiresAt,
      int persons,
      int openings) {
    AgencyRow.State stateAt(Instant now) {
      AgencyRow.State stored = AgencyRow.State.valueOf(state);
      return stored == AgencyRow.State.APPROVED && expiresAt != null && !now.isBefore(expiresAt)
          ? AgencyRow.State.EXPIRED
          : stored;
    }
  }

  void insert(
      UUID id, NewAgencyRequest request, @Nullable Integer unit, long text, long by, Instant now) {
    jdbc.sql(
            """
            insert into privacy.agency_request (public_id, agency, purpose, case_number, unit_id,
              asked, text, entered_by, entered_at, state)
            values (:id, :agency, :purpose, :case, :unit, :asked, :text, :by, :now, 'WAITING')
            """)
        .param("id", id)
        .param("agency", request.agency().strip())
        .param("purpose", request.purpose().name())
        .param("case", request.caseNumber())
        .param("unit", unit)
        .param("asked", names(request.asked()))
        .param("text", text)
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  Optional<Row> find(Sight sight, UUID id) {
    return jdbc.sql(COLUMNS + " where r.public_id = :id and " + sight.sql())
        .param("id", id)
        .params(sight.parameters())
        .query(AgencyTable::row)
        .optional();
  }

  /** The same, locked: one decision only. */
  Optional<Row> lock(Sight sight, UUID id) {
    jdbc.sql("select number from privacy.agency_request where public_id = :id for update")
        .param("id", id)
        .query((row, _) -> row.getLong(1))
        .optional();
    return find(sight, id);
  }

  List<Row> list(Sight sight, AgencyFilter filter, @Nullable Long before, Instant now, int rows) {
    return jdbc.sql(
            COLUMNS
                + " where "
                + sight.sql()
                + """
                 and (:state::text is null or r.state = :state)
                 and (:expired::boolean is null or (r.expires_at <= :now) = :expired)
                 and (:case::bigint is null or r.case_number = :case)
                 and (:agency::text is null or r.agency ilike :agency)
                 and (:before::bigint is null or r.number < :before)
                order by r.number desc limit :rows
                """)
        .params(sight.parameters())
        .param("state", stored(filter.state()))
        .param("expired", expired(filter.state()))
        .param("now", Columns.time(now))
        .param("case", filter.caseNumber())
        .param("agency", filter.agency() == null ? null : "%" + escaped(filter.agency()) + "%")
        .param("before", before)
        .param("rows", rows)
        .query(AgencyTable::row)
        .list();
  }

  int waiting(Sight sight) {
    return jdbc.sql(
            "select count(*) from privacy.agency_request r where r.state = 'WAITING' and "
                + sight.sql())
        .params(sight.parameters())
        .query((row, _) -> row.getInt(1))
        .single();
  }

  void approve(
      long number,
      Collection<Long> persons,
      Collection<AgencyField> granted,
      Instant expiresAt,
      long by,
      Instant now) {
    jdbc.sql(
            """
            update privacy.agency_request set state = 'APPROVED', decided_by = :by,
              decided_at = :now, granted = :granted, expires_at = :expires where number = :number
            """)
        .param("by", by)
        .param("now", Columns.time(now))
        .param("granted", names(granted))
        .param("expires", Columns.time(expiresAt))
        .param("number", number)
        .update();
    jdbc.sql(
            """
            insert into privacy.agency_person (request, person)
            select :number, person from unnest(:persons::bigint[]) as person
            """)
        .param("number", number)
        .param("persons", persons.toArray(Long[]::new))
        .update();
  }

  void refuse(long number, AgencyRefusal reason, long by, Instant now) {
    jdbc.sql(
            """
            update privacy.agency_request set state = 'REFUSED', refusal = :reason,
              decided_by = :by, decided_at = :now where number = :number
            """)
        .param("reason", reason.name())
        .param("by", by)
        .param("now", Columns.time(now))
        .param("number", number)
        .update();
  }

  void revoke(long number) {
    jdbc.sql("update privacy.agency_request set state = 'REVOKED' where number = :number")
        .param("number", number)
        .update();
  }

  List<Long> persons(long number) {
    return jdbc.sql(
            "select person from privacy.agency_person where request = :number order by person")
        .param("number", number)
        .query((row, _) -> row.getLong("person"))
        .list();
  }

  private static @Nullable String stored(AgencyRow.@Nullable State state) {
    if (state == null) {
      return null;
    }
    return state == AgencyRow.State.EXPIRED ? AgencyRow.State.APPROVED.name() : state.name();
  }

  private static @Nullable Boolean expired(AgencyRow.@Nullable State state) {
    if (state == AgencyRow.State.EXPIRED) {
      return true;
    }
    return state == AgencyRow.State.APPROVED ? (Boolean) false : null;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static String[] names(Collection<AgencyField> fields) {
    return fields.stream().sorted().map(AgencyField::name).toArray(String[]::new);
  }

  private static List<AgencyField> fields(@Nullable Array column) throws SQLException {
    return column == null
        ? List.of()
        : Arrays.stream((String[]) column.getArray()).map(AgencyField::valueOf).toList();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    String refusal = row.getString("refusal");
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.text(row, "agency"),
        AgencyPurpose.valueOf(Columns.text(row, "purpose")),
        row.getLong("case_number"),
        fields(row.getArray("asked")),
        row.getLong("text"),
        row.getLong("entered_by"),
        Columns.instant(row, "entered_at"),
        Columns.text(row, "state"),
        refusal == null ? null : AgencyRefusal.valueOf(refusal),
        row.getObject("decided_by", Long.class),
        Columns.instantOrNull(row, "decided_at"),
        fields(row.getArray("granted")),
        Columns.instantOrNull(row, "expires_at"),
        row.getInt("persons"),
        row.getInt("openings"));
  }
}
