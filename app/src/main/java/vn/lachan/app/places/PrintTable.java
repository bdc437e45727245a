package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prints, their places in order, and their pages. */
@Component
class PrintTable {
  private static final int LISTED_MOST = 50;

  private final JdbcClient jdbc;

  PrintTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A print as it is stored. */
  record Stored(
      UUID id,
      Instant createdAt,
      PrintLayout layout,
      String address,
      int places,
      int parts,
      @Nullable UUID job) {}

  /** Which places: a condition over {@code places.place p} and its values. */
  record Selection(String sql, Map<String, Object> values) {}

  int count(Selection selection, int most) {
    return jdbc.sql(
            "select count(*) from (select from places.place p where "
                + selection.sql()
                + " limit :most) as chosen")
        .params(selection.values())
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  void insert(UUID id, long account, PrintLayout layout, String address, int places, Instant now) {
    jdbc.sql(
            """
            insert into places.print (id, account, created_at, layout, address, places)
            values (:id, :account, :now, :layout, :address, :places)
            """)
        .param("id", id)
        .param("account", account)
        .param("now", Timestamp.from(now))
        .param("layout", layout.key())
        .param("address", address)
        .param("places", places)
        .update();
  }

  int insertPlaces(UUID id, Selection selection) {
    return jdbc.sql(
            "insert into places.print_place (print, position, place) "
                + "select :print, row_number() over (order by p.unit_id, p.search_name, p.number), "
                + "p.number from places.place p where "
                + selection.sql())
        .params(selection.values())
        .param("print", id)
        .update();
  }

  void setJob(UUID id, UUID job) {
    jdbc.sql("update places.print set job = :job where id = :id")
        .param("id", id)
        .param("job", job)
        .update();
  }

  Optional<Stored> find(UUID id, long account) {
    return select("p.id = :id and p.account = :account", Map.of("id", id, "account", account))
        .stream()
        .findFirst();
  }

  List<Stored> latest(long account) {
    return select("p.account = :account", Map.of("account", account));
  }

  List<Long> places(UUID id, int after, int rows) {
    return jdbc.sql(
            """
            select place from places.print_place
            where print = :id and position > :after order by position limit :rows
            """)
        .param("id", id)
        .param("after", after)
        .param("rows", rows)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  void insertPart(UUID id, int number, byte[] content) {
    jdbc.sql(
            """
            insert into places.print_part (print, number, content)
            select id, :number, :content from places.print where id = :id
            on conflict (print, number) do nothing
            """)
        .param("id", id)
        .param("number", number)
        .param("content", content)
        .update();
  }

  byte[] part(UUID id, int number) {
    return Objects.requireNonNull(
        jdbc.sql("select content from places.print_part where print = :id and number = :number")
            .param("id", id)
            .param("number", number)
            .query((row, index) -> row.getBytes(1))
            .single());
  }

  int deleteOld(Instant before) {
    return jdbc.sql("delete from places.print where created_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private List<Stored> select(String condition, Map<String, Object> values) {
    return jdbc.sql(
            "select p.id, p.created_at, p.layout, p.address, p.places, p.job, "
                + "(select count(*) from places.print_part t where t.print = p.id) as parts "
                + "from places.print p where "
                + condition
                + " order by p.created_at desc limit :rows")
        .params(values)
        .param("rows", LISTED_MOST)
        .query(PrintTable::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int index) throws SQLException {
    return new Stored(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(PlaceCardTable.instant(row, "created_at")),
        PrintLayout.of(PlaceCardTable.text(row, "layout")),
        PlaceCardTable.text(row, "address"),
        row.getInt("places"),
        row.getInt("parts"),
        row.getObject("job", UUID.class));
  }
}
