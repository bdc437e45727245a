package vn.lachan.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blocks: made one after the other, never changed. */
@Component
class BlockTable {
  private static final String SELECT =
      """
      select number, format, encode(previous, 'hex') as previous, encode(entries, 'hex') as entries,
             first_entry, last_entry, entry_count, emptied, sealed_at, key_id,
             encode(hash, 'hex') as hash, encode(signature, 'hex') as signature
      from audit.block
      """;

  private final JdbcClient jdbc;

  BlockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Block> last() {
    return jdbc.sql(SELECT + "order by number desc limit 1").query(BlockTable::block).optional();
  }

  Optional<Block> byNumber(long number) {
    return jdbc.sql(SELECT + "where number = :number")
        .param("number", number)
        .query(BlockTable::block)
        .optional();
  }

  /** Blocks after this one up to and with the other, oldest first. */
  List<Block> between(long after, long last, int rows) {
    return jdbc.sql(
            SELECT + "where number > :after and number <= :last order by number limit :rows")
        .param("after", after)
        .param("last", last)
        .param("rows", rows)
        .query(BlockTable::block)
        .list();
  }

  void insert(Block block) {
    jdbc.sql(
            """
            insert into audit.block (number, format, previous, entries, first_entry, last_entry,
              entry_count, emptied, sealed_at, key_id, hash, signature)
            values (:number, :format, decode(:previous, 'hex'), decode(:entries, 'hex'), :first,
              :last, :count, :emptied, :sealedAt, :key, decode(:hash, 'hex'),
              decode(:signature, 'hex'))
            """)
        .param("number", block.number())
        .param("format", block.format())
        .param("previous", block.previous())
        .param("entries", block.entries())
        .param("first", block.firstEntry())
        .param("last", block.lastEntry())
        .param("count", block.count())
        .param("emptied", block.emptied())
        .param("sealedAt", block.sealedAt().atOffset(ZoneOffset.UTC))
        .param("key", block.keyId())
        .param("hash", block.hash())
        .param("signature", block.signature())
        .update();
  }

  private static Block block(ResultSet row, int index) throws SQLException {
    return new Block(
        row.getLong("number"),
        row.getInt("format"),
        Objects.requireNonNull(row.getString("previous")),
        Objects.requireNonNull(row.getString("entries")),
        row.getLong("first_entry"),
        row.getLong("last_entry"),
        row.getInt("entry_count"),
        row.getBoolean("emptied"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        Objects.requireNonNull(row.getString("key_id")),
        Objects.requireNonNull(row.getString("hash")),
        Objects.requireNonNull(row.getString("signature")));
  }
}
