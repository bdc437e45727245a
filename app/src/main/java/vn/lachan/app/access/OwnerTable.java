package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.engine.scan.PhoneNumber;

/** Owners' phones and names, sealed. */
@Component
class OwnerTable {
  private static final String CONTEXT = "access.owner";
  private static final String HASH = "owner-phone";

  private final JdbcClient jdbc;
  private final Keyring keyring;

  OwnerTable(JdbcClient jdbc, Keyring keyring) {
    this.jdbc = jdbc;
    this.keyring = keyring;
  }

  /** Two registrations at once by one phone must not make two accounts. */
  void lock(PhoneNumber phone) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(:hash, 'hex'), 131))::text")
        .param("hash", keyring.hash(HASH, phone.digits()))
        .query(String.class)
        .optional();
  }

  OptionalLong byPhone(PhoneNumber phone) {
    List<byte[]> hashes = keyring.hashes(HASH, phone.digits());
    Optional<Long> found =
        jdbc.sql("select account from access.owner where phone_hash = any(:hashes)")
            .param("hashes", hashes.toArray(byte[][]::new))
            .query(Long.class)
            .optional();
    return found.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }

  void insert(long account, PhoneNumber phone, String name) {
    String context = CONTEXT + " " + account;
    Sealed sealed = keyring.seal(phone.digits(), context);
    jdbc.sql(
            """
            insert into access.owner (account, phone_hash, wrapped_key, phone, name)
            values (:account, :hash, :key, :phone, :name)
            """)
        .param("account", account)
        .param("hash", keyring.hash(HASH, phone.digits()))
        .param("key", sealed.wrappedKey())
        .param("phone", sealed.content())
        .param("name", keyring.sealWith(sealed.wrappedKey(), name, context))
        .update();
  }

  Optional<OwnerContact> find(long account) {
    return jdbc.sql("select wrapped_key, phone, name from access.owner where account = :account")
        .param("account", account)
        .query((row, index) -> contact(row, CONTEXT + " " + account))
        .optional();
  }

  private OwnerContact contact(ResultSet row, String context) throws SQLException {
    byte[] key = Objects.requireNonNull(row.getBytes("wrapped_key"));
    byte[] phone = Objects.requireNonNull(row.getBytes("phone"));
    byte[] name = Objects.requireNonNull(row.getBytes("name"));
    return new OwnerContact(
        keyring.open(new Sealed(key, name), context),
        new PhoneNumber(keyring.open(new Sealed(key, phone), context)));
  }
}
