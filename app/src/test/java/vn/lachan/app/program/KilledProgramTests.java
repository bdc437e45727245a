package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that was killed starts again on the same data, and has what it acknowledged. */
class KilledProgramTests {
  @TempDir Path folder;

  @Test
  void whatWasCommittedSurvivesAKillAndTheDataServeTheNextStart()
      throws IOException, InterruptedException, SQLException {
    Path data = folder.resolve("data");
    try (RunningProgram first = RunningProgram.start(data, "--empty")) {
      try (Connection connection = first.database();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into audit.entry (actor, kind, row_count) values (0, 'test.kill', 1)");
      }
      first.kill();
    }

    try (RunningProgram second = RunningProgram.start(data, "--empty")) {
      assertThat(status(second.address() + "/actuator/health")).isEqualTo(200);
      assertThat(entries(second)).isEqualTo(1);
      second.interrupt();
    }
    assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
  }

  private static int entries(RunningProgram program) throws IOException, SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from audit.entry where kind = 'test.kill'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static int status(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
          .statusCode();
    }
  }
}
