package vn.lachan.app.people;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

/**
 * Loads persons known to be new through COPY. Nothing is compared: whoever loads says that no two
 * are one, and that none is here already.
 */
@Component
class PersonLoad {
  private static final int CHUNK = 5_000;
  private static final HexFormat HEX = HexFormat.of();

  private final DataSource database;
  private final JdbcClient jdbc;
  private final LookupTable lookups;
  private final NameIndexing names;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  PersonLoad(
      DataSource database,
      JdbcClient jdbc,
      LookupTable lookups,
      NameIndexing names,
      Keyring keyring,
      TransactionTemplate transactions) {
    this.database = database;
    this.jdbc = jdbc;
    this.lookups = lookups;
    this.names = names;
    this.keyring = keyring;
    this.transactions = transactions;
  }

  long[] load(Iterator<NewPerson> persons) {
    LongStream.Builder numbers = LongStream.builder();
    Map<Long, Long> households = new HashMap<>();
    transactions.executeWithoutResult(
        status -> {
          while (persons.hasNext()) {
            List<NewPerson> chunk = next(persons);
            List<Long> reserved = reserve("people.person", chunk.size());
            copyHouseholds(chunk, households);
            copy(chunk, reserved, households);
            reserved.forEach(numbers::add);
          }
        });
    return numbers.build().toArray();
  }

  private static List<NewPerson> next(Iterator<NewPerson> persons) {
    List<NewPerson> chunk = new ArrayList<>(CHUNK);
    while (persons.hasNext() && chunk.size() < CHUNK) {
      chunk.add(persons.next());
    }
    return chunk;
  }

  private List<Long> reserve(String table, int count) {
    return jdbc.sql(
            """
            select nextval(pg_get_serial_sequence(:table, 'number'))
            from generate_series(1, :count)
            """)
        .param("table", table)
        .param("count", count)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  private void copyHouseholds(List<NewPerson> chunk, Map<Long, Long> households) {
    Map<Long, NewPerson> fresh = new HashMap<>();
    for (NewPerson person : chunk) {
      Long key = person.household();
      if (key != null && !households.containsKey(key)) {
        fresh.putIfAbsent(key, person);
      }
    }
    Iterator<Long> numbers = reserve("people.household", fresh.size()).iterator();
    var rows = new CopyText();
    fresh.forEach(
        (key, person) -> {
          long number = numbers.next();
          households.put(key, number);
          rows.row(number, HouseholdKind.FAMILY, person.unit(), person.since());
        });
    copy("people.household (number, kind, unit_id, created_at)", rows);
  }

  private void copy(List<NewPerson> chunk, List<Long> numbers, Map<Long, Long> households) {
    var persons = new CopyText();
    var hashes = new CopyText();
    var tokens = new CopyText();
    var phones = new CopyText();
    var members = new CopyText();
    for (int index = 0; index < chunk.size(); index++) {
      NewPerson person = chunk.get(index);
      long number = numbers.get(index);
      StoredIdentity identity = identity(person);
      addPerson(persons, number, person, identity);
      addHashes(hashes, number, person, identity);
      tokens.row(
          number,
          person.unit(),
          NameIndexTable.array(names.tokensOf(identity)),
          1,
          keyring.lookupVersion());
      identity
          .phones()
          .forEach(phone -> phones.row(number, phone.slot(), person.since(), provedAt(person)));
      if (person.household() != null) {
        members.row(households.get(person.household()), number, person.since());
      }
    }
    copy(
        "people.person (number, public_id, wrapped_key, sealed, master_version, unit_id, source, created_at)",
        persons);
    copy("people.lookup (kind, hash, person, key_version)", hashes);
    copy("people.name_index (person, unit_id, tokens, person_version, key_version)", tokens);
    copy("people.phone (person, slot, claimed_at, proved_at)", phones);
    copy("people.household_member (household, person, entered_at)", members);
  }

  private void addPerson(CopyText rows, long number, NewPerson person, StoredIdentity identity) {
    UUID publicId = UUID.randomUUID();
    Sealed sealed = keyring.seal(identity.json(), publicId.toString());
    rows.row(
        number,
        publicId,
        sealed.wrappedKey(),
        sealed.content(),
        Keyring.wrappedVersion(sealed.wrappedKey()),
        person.unit(),
        Source.DEMO,
        person.since());
  }

  private void addHashes(CopyText rows, long number, NewPerson person, StoredIdentity identity) {
    for (LookupValue value : LookupValue.of(identity, person.unit())) {
      rows.row(value.kind().number(), lookups.hash(value), number, keyring.lookupVersion());
    }
  }

  private static StoredIdentity identity(NewPerson person) {
    var identity =
        new StoredIdentity(
            person.name().text(),
            person.birth() == null ? null : person.birth().toString(),
            person.sex(),
            List.of(),
            person.citizenNumber(),
            person.address(),
            null);
    return person.phone() == null ? identity : identity.withPhone(person.phone());
  }

  private static @Nullable Instant provedAt(NewPerson person) {
    return person.phoneProved() ? person.since() : null;
  }

  private void copy(String columns, CopyText rows) {
    Connection connection = DataSourceUtils.getConnection(database);
    try {
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      copying.copyIn("copy " + columns + " from stdin", new StringReader(rows.text.toString()));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("Cannot load persons", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  /** Rows in the text format of COPY; no value here holds a tab, a backslash or a line end. */
  private static final class CopyText {
    private final StringBuilder text = new StringBuilder();

    void row(@Nullable Object... values) {
      String separator = "";
      for (Object value : values) {
        text.append(separator);
        switch (value) {
          case null -> text.append("\\N");
          case byte[] bytes -> text.append("\\\\x").append(HEX.formatHex(bytes));
          default -> text.append(value);
        }
        separator = "\t";
      }
      text.append('\n');
    }
  }
}
