package vn.lachan.app.people;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;

@Component
class DeviceTable {
  private final JdbcClient jdbc;
  private final Keyring keyring;

  DeviceTable(JdbcClient jdbc, Keyring keyring) {
    this.jdbc = jdbc;
    this.keyring = keyring;
  }

  void insert(String token, long person, Instant now, LocalDate day) {
    jdbc.sql(
            """
            insert into people.device (token_hash, key_version, person, created_at, last_used)
            values (:hash, :version, :person, :now, :day)
            """)
        .param("hash", keyring.hash(LookupKind.DEVICE_SPACE, token))
        .param("version", keyring.lookupVersion())
        .param("person", person)
        .param("now", Timestamp.from(now))
        .param("day", Date.valueOf(day))
        .update();
  }

  OptionalLong person(String token) {
    return PersonTable.number(
        jdbc.sql(
                """
                select person from people.device
                where token_hash = any(:hashes) and revoked_at is null
                """)
            .param("hashes", hashes(token))
            .query(Long.class)
            .optional());
  }

  /** Notes the day of last use; one write a device and day. */
  void used(List<String> tokens, LocalDate day) {
    jdbc.sql(
            """
            update people.device set last_used = :day
            where token_hash = any(:hashes) and last_used < :day
            """)
        .param("day", Date.valueOf(day))
        .param(
            "hashes",
            tokens.stream()
                .flatMap(token -> keyring.hashes(LookupKind.DEVICE_SPACE, token).stream())
                .toArray(byte[][]::new))
        .update();
  }

  /** Gives devices that are in use the hash of the newest version of the key. */
  void rehash(List<String> tokens) {
    List<byte[]> older = new ArrayList<>();
    List<byte[]> newest = new ArrayList<>();
    for (String token : tokens) {
      for (byte[] hash : keyring.hashes(LookupKind.DEVICE_SPACE, token)) {
        older.add(hash);
        newest.add(keyring.hash(LookupKind.DEVICE_SPACE, token));
      }
    }
    jdbc.sql(
            """
            update people.device d set token_hash = n.newest, key_version = :version
            from unnest(:older::bytea[], :newest::bytea[]) as n (older, newest)
            where d.token_hash = n.older and d.key_version <> :version
            """)
        .param("version", keyring.lookupVersion())
        .param("older", older.toArray(byte[][]::new))
        .param("newest", newest.toArray(byte[][]::new))
        .update();
  }

  void revoke(String token, Instant now) {
    jdbc.sql(
            """
            update people.device set revoked_at = :now
            where token_hash = any(:hashes) and revoked_at is null
            """)
        .param("now", Timestamp.from(now))
        .param("hashes", hashes(token))
        .update();
  }

  int forget(Collection<Long> persons) {
    return jdbc.sql("delete from people.device where person = any(:persons)")
        .param("persons", PersonTable.numbers(persons))
        .update();
  }

  private byte[][] hashes(String token) {
    return keyring.hashes(LookupKind.DEVICE_SPACE, token).toArray(byte[][]::new);
  }
}
