package vn.lachan.app.gates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Sealed;

/** Key pairs of the offline seal. */
@Component
class SealKeyTable {
  private final JdbcClient jdbc;

  SealKeyTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(int number, byte[] publicKey, Sealed privateKey, Instant madeAt) {}

  /** One at a time makes a key, in all copies of the program. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(840)::text").query(String.class).optional();
  }

  Optional<Row> newest() {
    return jdbc.sql(
            """
            select number, public_point, wrapped_key, sealed_private, made_at
            from gates.seal_key order by number desc limit 1
            """)
        .query(SealKeyTable::row)
        .optional();
  }

  Optional<Row> find(int number) {
    return jdbc.sql(
            """
            select number, public_point, wrapped_key, sealed_private, made_at
            from gates.seal_key where number = :number
            """)
        .param("number", number)
        .query(SealKeyTable::row)
        .optional();
  }

  void insert(byte[] publicKey, Sealed privateKey, Instant now) {
    jdbc.sql(
            """
            insert into gates.seal_key (public_point, wrapped_key, sealed_private, made_at)
            values (:public, :wrapped, :private, :now)
            """)
        .param("public", publicKey)
        .param("wrapped", privateKey.wrappedKey())
        .param("private", privateKey.content())
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getInt("number"),
        Objects.requireNonNull(row.getBytes("public_point")),
        new Sealed(
            Objects.requireNonNull(row.getBytes("wrapped_key")),
            Objects.requireNonNull(row.getBytes("sealed_private"))),
        Objects.requireNonNull(row.getTimestamp("made_at")).toInstant());
  }
}
