package vn.lachan.app.program.backup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.lachan.app.program.RunningProgram;
import vn.lachan.engine.scan.PlaceCode;

/**
 * Sends check-ins to a running program, one after the other, and remembers when each was
 * acknowledged. Each has a second of entry of its own, by which it is found again.
 */
final class CheckIns implements Runnable {
  private static final String TOKEN = "lct_backup-test";
  private static final PlaceCode CODE = PlaceCode.fromRandom(12_345);

  private final RunningProgram program;
  private final long start;
  private final Map<Long, Instant> acknowledged = new TreeMap<>();
  private volatile boolean ended;

  private CheckIns(RunningProgram program) {
    this.program = program;
    this.start = Instant.now().getEpochSecond() - 20_000;
  }

  /** Makes one place, and a program that may record visits there. */
  static CheckIns to(RunningProgram program) throws IOException, SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into access.account (kind, display_name, created_at, created_by)
            values ('TOKEN', 'thử', now(), 0);
          insert into access.assignment (account, role, granted_at, granted_by)
            select max(number), 'TRACER', now(), 0 from access.account;
          insert into places.place (code, name, address, search_name, search_address, type, unit_id,
              sector, location_exact, setting, hours, must_register, status, status_since, created_at)
            values ('%1$s', 'Chợ Thử', 'Số 1', 'cho thu', 'so 1', 'eating-place',
              (select min(id) from units.unit where level = 3 and id >= 2000000), 'x', false, 'indoor',
              '{[0,10080)}', true, 'open', now(), now());
          insert into places.code (code, place, since)
            select '%1$s', max(number), now() from places.place
          """
              .formatted(CODE.symbols()));
      token(connection);
    }
    return new CheckIns(program);
  }

  @Override
  public void run() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (long second = start; !ended; second++) {
        HttpResponse<String> answer = client.send(request(second), BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        acknowledged.put(second, Instant.now());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void end() {
    ended = true;
  }

  Set<Long> acknowledgedUntil(Instant time) {
    Set<Long> seconds = new TreeSet<>();
    acknowledged.forEach(
        (second, at) -> {
          if (!at.isAfter(time)) {
            seconds.add(second);
          }
        });
    return seconds;
  }

  int acknowledged() {
    return acknowledged.size();
  }

  static Set<Long> stored(RunningProgram program) throws IOException, SQLException {
    Set<Long> seconds = new TreeSet<>();
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select extract(epoch from entered_at)::bigint from visits.visit")) {
      while (rows.next()) {
        seconds.add(rows.getLong(1));
      }
    }
    return seconds;
  }

  private HttpRequest request(long second) {
    return HttpRequest.newBuilder(URI.create(program.address() + "/api/v1/visits"))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Content-Type", "application/json")
        .POST(
            BodyPublishers.ofString(
                "{\"place\":\"%s\",\"phone\":\"09%08d\",\"name\":\"Ngô Thị Mười\",\"enteredAt\":\"%s\"}"
                    .formatted(
                        CODE.symbols(), 10_000_000 + second % 50, Instant.ofEpochSecond(second))))
        .build();
  }

  private static void token(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into access.api_token (hash, account, created_at, created_by, expires_at)
            select ?, max(number), now(), 0, now() + interval '1 day' from access.account
            """)) {
      statement.setBytes(
          1, MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
      statement.execute();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
