package vn.lachan.app.audit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.program.DatabaseAccess;

/** A database with a sealed record, and the command that proves it, run as an auditor runs it. */
final class SealFixture implements AutoCloseable {
  private static final List<String> TABLES =
      List.of("entry", "entry_person", "block", "sealed", "waiting");

  /** Entries are dated by the database, so blocks must be dated near it. */
  final Instant now = Clock.systemUTC().instant();

  final TestDatabase database = TestDatabase.create();
  final Audit audit = TestAudit.on(database.jdbc());
  final Path data;
  final SealingKeys keys;

  SealFixture(Path data) {
    this.data = data;
    this.keys = new SealingKeys(data.resolve("keys"), Map.of());
  }

  /** Four blocks of three entries, each of them about two persons. */
  SealFixture filled() {
    for (int block = 0; block < 4; block++) {
      for (int entry = 0; entry < 3; entry++) {
        audit.record(new Act(7, "people.open", "call", 12L, null, 1, List.of(100L + entry, 5L)));
      }
      seal(now.plusSeconds(block));
    }
    return this;
  }

  Sealer sealer(int blockEntries) {
    return new Sealer(
        new BlockTable(database.jdbc()),
        new SealTable(database.jdbc()),
        keys,
        blockEntries,
        database.transactions());
  }

  void seal(Instant at) {
    while (sealer(1_000).seal(at).more()) {
      // Until nothing waits.
    }
  }

  Head head() {
    return new BlockTable(database.jdbc()).last().orElseThrow().head();
  }

  /** As somebody with every right who also silences triggers and foreign keys. */
  void tamper(String... statements) throws SQLException {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Keeps the record as it is, for {@link #restore}. */
  SealFixture kept() throws SQLException {
    for (String table : TABLES) {
      tamper("create table kept_%1$s as select * from audit.%1$s".formatted(table));
    }
    return this;
  }

  void restore() throws SQLException {
    for (String table : TABLES) {
      tamper(
          "truncate audit.%s cascade".formatted(table),
          "insert into audit.%1$s overriding system value select * from kept_%1$s"
              .formatted(table));
    }
  }

  /** What the command printed, and the code with which it ended. */
  record Said(int code, String text) {}

  Said command(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--data", data.toString(), "--lang", "en"));
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = AuditCommand.run(all, environment(), out, out);
    return new Said(code, bytes.toString(StandardCharsets.UTF_8));
  }

  private Map<String, String> environment() {
    DatabaseAccess access = database.access();
    Map<String, String> environment = new HashMap<>();
    environment.put("LACHAN_DATABASE_URL", access.url());
    put(environment, "MIGRATE", access.migrate());
    put(environment, "APP", access.app());
    put(environment, "REPORTING", access.reporting());
    return environment;
  }

  private static void put(
      Map<String, String> environment, String role, DatabaseAccess.Login login) {
    environment.put("LACHAN_DATABASE_" + role + "_USER", login.user());
    environment.put("LACHAN_DATABASE_" + role + "_PASSWORD", login.password());
  }

  @Override
  public void close() {
    database.close();
  }
}
