package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that comes along is durable and closed. */
class EmbeddedDatabaseTests {
  @TempDir static Path folder;

  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("passwords"));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void whatIsCommittedIsOnTheDisk() throws SQLException {
    for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(setting(name)).as(name).isEqualTo("on");
    }
  }

  @Test
  void nobodyIsTrustedWithoutAPassword() throws SQLException {
    assertThat(strings("select distinct auth_method from pg_hba_file_rules where error is null"))
        .containsExactly("scram-sha-256");
    assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(setting("unix_socket_directories")).isEmpty();
    String url = database.access().url();
    for (String user : List.of("lachan_app", "lachan_super", "lachan_migrate", "postgres")) {
      assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
          .as(user)
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void noValueOfAStatementReachesTheLog() throws SQLException {
    assertThat(setting("log_min_error_statement")).isEqualTo("panic");
    assertThat(setting("log_error_verbosity")).isEqualTo("terse");
    assertThat(setting("log_parameter_max_length_on_error")).isEqualTo("0");
  }

  @Test
  void passwordsLieInAPrivateFile() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("passwords"))))
        .isEqualTo("rw-------");
  }

  private static String setting(String name) throws SQLException {
    return strings("select setting from pg_settings where name = '" + name + "'").getFirst();
  }

  private static List<String> strings(String query) throws SQLException {
    try (Connection connection = database.superuserConnection("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
