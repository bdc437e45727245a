package vn.lachan.app.residents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Sealed;

/** Accounts: a proved phone, sealed, and found by its keyed hash. */
@Component
class AccountTable {
  /** What the seals of accounts are bound to. */
  static final String CONTEXT = "residents.account";

  private static final String COLUMNS =
      "number, public_id, wrapped_key, phone, household, left_at is not null";

  private final JdbcClient jdbc;

  AccountTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who comes at the same moment with the same phone makes no second one. */
  void insert(Sealed phone, byte[] phoneHash, Instant now) {
    jdbc.sql(
            """
            insert into residents.account (wrapped_key, phone, phone_hash, created_at, signed_in_at)
            values (:key, :phone, :hash, :now, :now)
            on conflict (phone_hash) where left_at is null do nothing
            """)
        .param("key", phone.wrappedKey())
        .param("phone", phone.content())
        .param("hash", phoneHash)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Row> byPhone(List<byte[]> hashes) {
    return jdbc.sql(
            """
            select %s from residents.account
            where phone_hash = any(:hashes) and left_at is null
            order by number limit 1
            """
                .formatted(COLUMNS))
        .param("hashes", hashes.toArray(byte[][]::new))
        .query(AccountTable::row)
        .optional();
  }

  Row get(long account) {
    return jdbc.sql("select %s from residents.account where number = :number".formatted(COLUMNS))
        .param("number", account)
        .query(AccountTable::row)
        .single();
  }

  /** Holds what belongs to the account still until the end of the transaction. */
  Row lock(long account) {
    return jdbc.sql(
            "select %s from residents.account where number = :number for update".formatted(COLUMNS))
        .param("number", account)
        .query(AccountTable::row)
        .single();
  }

  /** With the newest version of both keys. */
  void signedIn(long account, byte[] wrappedKey, byte[] phoneHash, Instant now) {
    jdbc.sql(
            """
            update residents.account
            set signed_in_at = :now, wrapped_key = :key, phone_hash = :hash
            where number = :number
            """)
        .param("number", account)
        .param("key", wrappedKey)
        .param("hash", phoneHash)
        .param("now", Timestamp.from(now))
        .update();
  }

  void setHousehold(long account, UUID household) {
    jdbc.sql("update residents.account set household = :household where number = :number")
        .param("number", account)
        .param("household", household)
        .update();
  }

  /** What was typed and the phone go at once; numbers and times stay. */
  void leave(long account, Instant now) {
    jdbc.sql(
            """
            update residents.account
            set left_at = :now, phone = '\\x00', phone_hash = '\\x00', wrapped_key = '\\x00'
            where number = :number
            """)
        .param("number", account)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong(1),
        Objects.requireNonNull(row.getObject(2, UUID.class)),
        new Sealed(
            Objects.requireNonNull(row.getBytes(3)), Objects.requireNonNull(row.getBytes(4))),
        row.getObject(5, UUID.class),
        row.getBoolean(6));
  }

  record Row(long number, UUID id, Sealed phone, @Nullable UUID household, boolean left) {
    /** What the seals of the account are bound to. */
    String context() {
      return CONTEXT;
    }
  }
}
