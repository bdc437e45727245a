package vn.lachan.app.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
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
      killWhileAFileArrives(first, data.resolve("uploads"));
    }
    assertThat(data.resolve("uploads")).isNotEmptyDirectory();

    try (RunningProgram second = RunningProgram.start(data, "--empty")) {
      assertThat(status(second.address() + "/actuator/health")).isEqualTo(200);
      assertThat(entries(second)).isEqualTo(1);
      assertThat(data.resolve("uploads")).isEmptyDirectory();
      assertThat(Files.getPosixFilePermissions(data.resolve("uploads")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      second.interrupt();
    }
    assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
  }

  /** A table with phones that is on its way when the power goes. */
  private static void killWhileAFileArrives(RunningProgram program, Path uploads)
      throws IOException, InterruptedException {
    URI address = URI.create(program.address());
    String start =
        """
        POST /sign-in HTTP/1.1
        Host: localhost
        Content-Type: multipart/form-data; boundary=x
        Content-Length: 400000

        --x
        Content-Disposition: form-data; name="file"; filename="a.csv"

        """;
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(start.replace("\n", "\r\n").getBytes(UTF_8));
      socket.getOutputStream().write("Quán;0912345678\n".repeat(10_000).getBytes(UTF_8));
      socket.getOutputStream().flush();
      Instant patience = Instant.now().plusSeconds(20);
      while (isEmpty(uploads) && Instant.now().isBefore(patience)) {
        LockSupport.parkNanos(50_000_000);
      }
      program.kill();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
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
