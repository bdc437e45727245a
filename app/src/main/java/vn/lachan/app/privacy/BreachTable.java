package vn.lachan.app.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

@Component
class BreachTable {
  private static final String COLUMNS =
      """
      select b.number, b.public_id, b.discovered_at, b.categories, b.persons, b.harm_likely, b.text,
             b.document, b.certainty, b.notify_due, b.notified_at, b.told_at, b.closed_at,
             (select count(*) from privacy.breach_person p where p.breach = b.number) as listed,
             (select count(*) from privacy.breach_person p
               where p.breach = b.number and p.told_at is not null) as told
      from privacy.breach b
      """;

  private final JdbcClient jdbc;

  BreachTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(
      long number,
      UUID publicId,
      Instant discoveredAt,
      List<String> categories,
      @Nullable Integer persons,
      boolean harmLikely,
      long text,
      String document,
      String certainty,
      Instant notifyDue,
      @Nullable Instant notifiedAt,
      @Nullable Instant toldAt,
      @Nullable Instant closedAt,
      int listed,
      int told) {}

  /** One of those affected, and the breach of which they are told. */
  record Affected(long number, long person) {}

  void insert(
      UUID id, NewBreach breach, Period law, Instant notifyDue, long text, long by, Instant now) {
    jdbc.sql(
            """
            insert into privacy.breach (public_id, discovered_at, categories, persons, harm_likely,
              text, document, certainty, notify_due, entered_by, entered_at)
            values (:id, :discovered, :categories, :persons, :harm, :text, :document, :certainty,
              :due, :by, :now)
            """)
        .param("id", id)
        .param("discovered", Columns.time(breach.discoveredAt()))
        .param("categories", breach.categories().stream().sorted().toArray(String[]::new))
        .param("persons", breach.persons())
        .param("harm", breach.harmLikely())
        .param("text", text)
        .param("document", law.document())
        .param("certainty", law.certainty())
        .param("due", Columns.time(notifyDue))
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  void update(long number, NewBreach breach) {
    jdbc.sql(
            """
            update privacy.breach set categories = :categories, persons = :persons,
              harm_likely = :harm where number = :number
            """)
        .param("categories", breach.categories().stream().sorted().toArray(String[]::new))
        .param("persons", breach.persons())
        .param("harm", breach.harmLikely())
        .param("number", number)
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql(COLUMNS + " where b.public_id = :id")
        .param("id", id)
        .query(BreachTable::row)
        .optional();
  }

  Optional<Row> lock(UUID id) {
    jdbc.sql("select number from privacy.breach where public_id = :id for update")
        .param("id", id)
        .query((row, _) -> row.getLong(1))
        .optional();
    return find(id);
  }

  /** Open ones by their clock, then closed ones, the latest first; from behind one on. */
  List<Row> list(@Nullable Long after, int rows) {
    return jdbc.sql(
            COLUMNS
                + """
                 where :after::bigint is null
                   or (b.closed_at is not null, b.notified_at is not null,
                       -extract(epoch from b.notify_due), -b.number)
                     > (select closed_at is not null, notified_at is not null,
                          -extract(epoch from notify_due), -number
                        from privacy.breach where number = :after)
                order by b.closed_at is not null, b.notified_at is not null, b.notify_due desc,
                  b.number desc limit :rows
                """)
        .param("after", after)
        .param("rows", rows)
        .query(BreachTable::row)
        .list();
  }

  void notified(long number, Instant at) {
    jdbc.sql("update privacy.breach set notified_at = :at where number = :number")
        .param("at", Columns.time(at))
        .param("number", number)
        .update();
  }

  void told(long number, Instant at) {
    jdbc.sql(
            """
            update privacy.breach set told_at = coalesce(told_at, :at) where number = :number
            """)
        .param("at", Columns.time(at))
        .param("number", number)
        .update();
  }

  void closed(long number, Instant at) {
    jdbc.sql("update privacy.breach set closed_at = :at where number = :number")
        .param("at", Columns.time(at))
        .param("number", number)
        .update();
  }

  void addPersons(long breach, Collection<Long> persons, long by, Instant now) {
    jdbc.sql(
            """
            insert into privacy.breach_person (breach, person, added_by, added_at)
            select :breach, person, :by, :now from unnest(:persons::bigint[]) as person
            on conflict (breach, person) do nothing
            """)
        .param("breach", breach)
        .param("by", by)
        .param("now", Columns.time(now))
        .param("persons", persons.toArray(Long[]::new))
        .update();
  }

  List<Long> persons(long breach, int rows) {
    return jdbc.sql(
            """
            select person from privacy.breach_person where breach = :breach
            order by number limit :rows
            """)
        .param("breach", breach)
        .param("rows", rows)
        .query((row, _) -> row.getLong("person"))
        .list();
  }

  /** Marks those not told yet, at most so many, and answers them. */
  List<Affected> tell(long breach, int rows, Instant now) {
    return jdbc.sql(
            """
            update privacy.breach_person set told_at = :now
            where number in (select number from privacy.breach_person
              where breach = :breach and told_at is null order by number limit :rows)
            returning number, person
            """)
        .param("breach", breach)
        .param("rows", rows)
        .param("now", Columns.time(now))
        .query((row, _) -> new Affected(row.getLong("number"), row.getLong("person")))
        .list();
  }

  Optional<Affected> affected(long number) {
    return jdbc.sql("select number, person from privacy.breach_person where number = :number")
        .param("number", number)
        .query((row, _) -> new Affected(row.getLong("number"), row.getLong("person")))
        .optional();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        Columns.instant(row, "discovered_at"),
        Arrays.asList((String[]) Objects.requireNonNull(row.getArray("categories")).getArray()),
        row.getObject("persons", Integer.class),
        row.getBoolean("harm_likely"),
        row.getLong("text"),
        Columns.text(row, "document"),
        Columns.text(row, "certainty"),
        Columns.instant(row, "notify_due"),
        Columns.instantOrNull(row, "notified_at"),
        Columns.instantOrNull(row, "told_at"),
        Columns.instantOrNull(row, "closed_at"),
        row.getInt("listed"),
        row.getInt("told"));
  }
}
