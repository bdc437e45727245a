package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.tracing.ContactRow.Withdrawal;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;

/** Contacts as they are shown. */
@Component
class ContactListTable {
  private static final int PLACES_SHOWN = 4;

  private static final String ROWS =
      """
      select c.person, c.generation, c.casual, c.minutes, c.first_at, c.last_at, c.via, c.unit_id,
        c.exposures, c.inferred, c.listed_at, c.late, c.withdrawn_at, c.withdrawn_cause,
        c.subject, c.document,
        array(select x.place from tracing.exposure x
          where x.trace = c.trace and x.person = c.person and x.place >= 0
          group by x.place order by min(x.ordinal) limit %d) as places,
      """
          .formatted(PLACES_SHOWN);

  private static final String JOINED =
      " join tracing.exposure e on e.trace = c.trace and e.person = c.person and e.ordinal = 0 ";

  private static final String OF_TRACE =
      "(select c.*, t.subject, t.rules ->> 'document' as document from tracing.contact c"
          + " join tracing.trace t on t.number = c.trace where ";

  private final JdbcClient jdbc;

  ContactListTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ContactRow> page(long trace, ContactFilter filter, @Nullable String after, int rows) {
    var query = new ContactQuery(trace, filter);
    query.after(after, filter.order());
    String order = " order by " + ContactQuery.orderBy(filter.order());
    List<ContactRow> found =
        jdbc.sql(
                ROWS
                    + ExposureRows.COLUMNS
                    + " from "
                    + OF_TRACE
                    + query.sql()
                    + order
                    + " limit :rows) c"
                    + JOINED
                    + order)
            .params(query.parameters())
            .param("rows", rows + 1)
            .query(ContactListTable::contact)
            .list();
    return Page.of(found, rows, row -> ContactQuery.key(row, filter.order()));
  }

  ContactCount count(long trace, ContactFilter filter) {
    var query = new ContactQuery(trace, filter);
    return jdbc.sql(
            "select count(*) filter (where not c.casual) as close,"
                + " count(*) filter (where c.casual) as casual from tracing.contact c where "
                + query.sql())
        .params(query.parameters())
        .query((row, _) -> new ContactCount(row.getInt("close"), row.getInt("casual")))
        .single();
  }

  Optional<ContactRow> find(long trace, long person) {
    return jdbc.sql(
            ROWS
                + ExposureRows.COLUMNS
                + " from "
                + OF_TRACE
                + "c.trace = :trace and c.person = :person) c"
                + JOINED)
        .param("trace", trace)
        .param("person", person)
        .query(ContactListTable::contact)
        .optional();
  }

  List<ContactRow> ofSubjects(Collection<SubjectContact> wanted) {
    return jdbc.sql(
            ROWS
                + ExposureRows.COLUMNS
                + " from "
                + OF_TRACE
                + """
                (t.subject, c.person) in (
                  select * from unnest(:subjects::bigint[], :persons::bigint[]))) c
                """
                + JOINED)
        .param("subjects", wanted.stream().mapToLong(SubjectContact::subject).toArray())
        .param("persons", wanted.stream().mapToLong(SubjectContact::person).toArray())
        .query(ContactListTable::contact)
        .list();
  }

  /** The traces in which these persons are contacts, also withdrawn ones; the latest first. */
  List<SubjectContact> naming(Collection<Long> persons, int rows) {
    return jdbc.sql(
            """
            select t.subject, c.person from tracing.contact c
            join tracing.trace t on t.number = c.trace
            where c.person = any(:persons) order by t.number desc limit :rows
            """)
        .param("persons", persons.toArray(Long[]::new))
        .param("rows", rows)
        .query((row, _) -> new SubjectContact(row.getLong("subject"), row.getLong("person")))
        .list();
  }

  List<Exposure> exposures(long trace, long person, String document) {
    return jdbc.sql(
            "select "
                + ExposureRows.COLUMNS
                + """
                from tracing.exposure e where e.trace = :trace and e.person = :person
                order by e.ordinal
                """)
        .param("trace", trace)
        .param("person", person)
        .query((row, _) -> ExposureRows.exposure(row, document))
        .list();
  }

  /** Through whom a contact came; empty for who is none. */
  Optional<Long> via(long trace, long person) {
    return jdbc.sql("select via from tracing.contact where trace = :trace and person = :person")
        .param("trace", trace)
        .param("person", person)
        .query((row, _) -> row.getLong(1))
        .optional();
  }

  private static ContactRow contact(ResultSet row, int index) throws SQLException {
    Long[] places = (Long[]) Objects.requireNonNull(row.getArray("places")).getArray();
    Instant withdrawnAt = Columns.instantOrNull(row, "withdrawn_at");
    return new ContactRow(
        row.getLong("subject"),
        row.getLong("person"),
        row.getInt("generation"),
        row.getBoolean("casual") ? ContactClass.CASUAL : ContactClass.CLOSE,
        row.getLong("minutes"),
        Columns.instant(row, "first_at"),
        Columns.instant(row, "last_at"),
        row.getLong("via"),
        row.getObject("unit_id", Integer.class),
        ExposureRows.exposure(row, Columns.text(row, "document")),
        List.of(places),
        row.getInt("exposures"),
        row.getBoolean("inferred"),
        Columns.instant(row, "listed_at"),
        row.getBoolean("late"),
        withdrawnAt == null
            ? null
            : new Withdrawal(Cause.valueOf(Columns.text(row, "withdrawn_cause")), withdrawnAt));
  }
}
