package vn.lachan.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.RunningProgram;

/**
 * The database of the first version serves this one: its rows survive, the program starts on it and
 * reads them, and the first version can go on writing beside this one while a site is upgraded.
 */
class UpgradeTests {
  private static final String TOKEN = "lct_upgrade-test";

  @TempDir static Path folder;

  private static Path data;
  private static Map<String, List<String>> columnsBefore;
  private static Map<String, String> rowsBefore;
  private static Map<String, String> rowsAfter;
  private static Map<String, List<String>> columnsAfter;
  private static List<String> demandedAfter;

  @BeforeAll
  static void upgradeADatabaseOfTheFirstVersion() throws IOException, SQLException {
    data = folder.resolve("data");
    PreviousVersion.copyKeys(data.resolve("keys"));
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(
            data.resolve("postgres"), data.resolve("keys").resolve("database.properties"))) {
      DatabaseAccess access = database.access();
      PreviousVersion.migrate(access, folder.resolve("migrations"));
      PreviousVersion.load(access);
      try (Connection connection = PreviousVersion.connect(access)) {
        columnsBefore = Stored.columns(connection);
        rowsBefore = Stored.rows(connection, columnsBefore);
        PreviousVersion.upgrade(access);
        columnsAfter = Stored.columns(connection);
        rowsAfter = Stored.rows(connection, columnsBefore);
        demandedAfter = Stored.demanded(connection);
        addToken(connection);
      }
    }
  }

  /** A landed migration is never edited: databases out there have run it. */
  @Test
  void landedMigrationsNeverChange() throws IOException, NoSuchAlgorithmException {
    Map<String, String> pinned = new TreeMap<>();
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/previous/migrations.sha256"))) {
      pinned.put(line.substring(66), line.substring(0, 64));
    }
    assertThat(pinned.keySet()).containsAll(PreviousVersion.MIGRATIONS);
    for (var file : pinned.entrySet()) {
      byte[] content =
          Files.readAllBytes(Path.of("src/main/resources/db/migration", file.getKey()));
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      assertThat(hash).as(file.getKey()).isEqualTo(file.getValue());
    }
  }

  @Test
  void everyTableHadRowsAndEveryRowSurvives() {
    assertThat(rowsBefore)
        .isNotEmpty()
        .allSatisfy((table, rows) -> assertThat(rows).doesNotStartWith("0 "));
    assertThat(rowsAfter).isEqualTo(rowsBefore);
  }

  @Test
  void whatTheFirstVersionNamesIsStillThere() {
    assertThat(columnsAfter.keySet()).containsAll(columnsBefore.keySet());
    columnsBefore.forEach(
        (table, columns) -> assertThat(columnsAfter.get(table)).as(table).containsAll(columns));
  }

  @Test
  void noOldTableDemandsAColumnThatTheFirstVersionDoesNotKnow() {
    assertThat(demandedAfter.stream().filter(UpgradeTests::isNewColumnOfAnOldTable)).isEmpty();
  }

  /** Its statements, with the columns that it knew, in the tables of today. */
  @Test
  void whatTheFirstVersionWritesIsTaken() throws SQLException, IOException {
    try (TestDatabase today = TestDatabase.create()) {
      PreviousVersion.load(today.access());
      try (Connection connection = PreviousVersion.connect(today.access())) {
        Map<String, String> taken = Stored.rows(connection, columnsBefore);
        assertThat(taken).allSatisfy((table, rows) -> assertThat(rows).doesNotStartWith("0 "));
      }
    }
  }

  @Test
  void theProgramStartsOnItAndReadsOldCasesTracesAndPeople()
      throws IOException, InterruptedException, SQLException {
    try (RunningProgram program = RunningProgram.start(data, "--empty")) {
      String caseId = text(program, "select public_id from casework.case_file");
      long contacts = Long.parseLong(text(program, "select count(*) from tracing.contact"));
      assertThat(contacts).isPositive();
      String list = get(program, "/api/v1/casework/cases");
      assertThat(list).contains(caseId, "COVID-19");
      String page = get(program, "/api/v1/casework/cases/" + caseId + "/contacts");
      assertThat(page.split("\\*\\*\\*", -1).length - 1)
          .as("sealed names, opened and masked")
          .isGreaterThanOrEqualTo((int) contacts);
      String person =
          text(
              program,
              "select public_id from people.person where number = (select min(person) from tracing.contact)");
      assertThat(get(program, "/api/v1/casework/cases/" + caseId + "/contacts/" + person))
          .contains(person, "evidence");
    }
  }

  private static boolean isNewColumnOfAnOldTable(String column) {
    int dot = column.lastIndexOf('.');
    List<String> known = columnsBefore.get(column.substring(0, dot));
    return known != null && !known.contains(column.substring(dot + 1));
  }

  private static String get(RunningProgram program, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(program.address() + path))
                  .header("Authorization", "Bearer " + TOKEN)
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(200);
      return answer.body();
    }
  }

  private static String text(RunningProgram program, String query)
      throws IOException, SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** A program that may read cases, as the first version would have stored it. */
  private static void addToken(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement token =
            connection.prepareStatement(
                """
                insert into access.api_token (hash, account, created_at, created_by, expires_at)
                select ?, max(number), now(), 1, now() + interval '1 day' from access.account
                """)) {
      statement.execute(
          """
          insert into access.account (kind, display_name, created_at, created_by)
            values ('TOKEN', 'thử', now(), 1);
          insert into access.assignment (account, role, granted_at, granted_by)
            select max(number), 'TRACER', now(), 1 from access.account
          """);
      token.setBytes(
          1, MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
      token.execute();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
