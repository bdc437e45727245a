package vn.lachan.app.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import vn.lachan.app.program.DatabaseAccess;

/**
 * The schema and the data of the first version, as {@code src/test/resources/previous} keeps them.
 */
final class PreviousVersion {
  static final List<String> MIGRATIONS =
      List.of(
          "V100__units.sql",
          "V110__audit.sql",
          "V120__messaging.sql",
          "V130__access.sql",
          "V200__places.sql",
          "V210__people.sql",
          "V300__visits.sql",
          "V400__tracing.sql",
          "V500__casework.sql",
          "V900__demo.sql");

  private static final Path STORED = Path.of("src/test/resources/previous");
  private static final Path CURRENT = Path.of("src/main/resources/db/migration");
  private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 11, 21);
  private static final int DAYS_BEFORE = 35;
  private static final Pattern DAY = Pattern.compile("\\b2026-1[012]-\\d\\d(?!\\w*-)");
  private static final Pattern EPOCH_SECOND =
      Pattern.compile("(?<![0-9A-Za-z.])179\\d{7}(?![0-9A-Za-z])");

  private PreviousVersion() {}

  /** Makes the schema as the first version made it, from copies of its files alone. */
  static void migrate(DatabaseAccess access, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String file : MIGRATIONS) {
      Files.copy(CURRENT.resolve(file), folder.resolve(file));
    }
    Files.copy(STORED.resolve("R__grants.sql"), folder.resolve("R__grants.sql"));
    flyway(access, "filesystem:" + folder.toAbsolutePath());
  }

  static void upgrade(DatabaseAccess access) {
    flyway(access, "classpath:db/migration");
  }

  /** Writes its rows with the columns that it knew, moved to the days before today. */
  static void load(DatabaseAccess access) throws SQLException, IOException {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Ho_Chi_Minh"));
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      for (int day = -DAYS_BEFORE; day <= 1; day++) {
        statement.execute("select visits.make_day(date '" + today.plusDays(day) + "')");
      }
      statement.execute(moved(Files.readString(STORED.resolve("data.sql")), today));
      statement.execute(moved(Files.readString(STORED.resolve("rest.sql")), today));
    }
  }

  static void copyKeys(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : List.of("master.json", "lookup.json")) {
      Files.copy(STORED.resolve("keys").resolve(name), folder.resolve(name));
    }
  }

  static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(
        access.url(), access.migrate().user(), access.migrate().password());
  }

  private static void flyway(DatabaseAccess access, String location) {
    Flyway.configure()
        .dataSource(access.url(), access.migrate().user(), access.migrate().password())
        .schemas("public")
        .table("migration")
        .outOfOrder(true)
        .locations(location)
        .load()
        .migrate();
  }

  private static String moved(String sql, LocalDate today) {
    long days = ChronoUnit.DAYS.between(WRITTEN_ON, today);
    UnaryOperator<String> day = text -> LocalDate.parse(text).plusDays(days).toString();
    UnaryOperator<String> second = text -> Long.toString(Long.parseLong(text) + days * 86_400);
    return replaced(replaced(sql, DAY, day), EPOCH_SECOND, second);
  }

  private static String replaced(String text, Pattern pattern, UnaryOperator<String> change) {
    return pattern.matcher(text).replaceAll((MatchResult found) -> change.apply(found.group()));
  }
}
