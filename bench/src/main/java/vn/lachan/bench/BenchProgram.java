package vn.lachan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.lachan.app.Lachan;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.Startup;

/** The program under measurement, in this process, with its own durable embedded database. */
final class BenchProgram implements AutoCloseable {
  private final Path folder;
  private final EmbeddedDatabase database;
  private final ConfigurableApplicationContext context;

  private BenchProgram(
      Path folder, EmbeddedDatabase database, ConfigurableApplicationContext context) {
    this.folder = folder;
    this.database = database;
    this.context = context;
  }

  static BenchProgram start(Path folder) {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("passwords"));
    var spring = new SpringApplication(Lachan.class, BenchRoutes.class);
    spring.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "program.drill", "true",
            "program.data-folder", folder.toString(),
            "visits.token-visits-per-minute", "1000000000",
            "gates.questions-per-minute", "1000000000",
            "visits.place-visits-per-minute", "1000000000",
            "people.name-searches-per-minute", "1000000000",
            "people.name-searches-per-day", "1000000000"));
    spring.addInitializers(
        Startup.beans(Keyring.generate(), CompletableFuture.completedFuture(database.access())));
    return new BenchProgram(folder, database, spring.run());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  int port() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    if (server == null) {
      throw new IllegalStateException("No web server");
    }
    return server.getPort();
  }

  /** A connection of the working role, outside the program's pool. */
  Connection connection() throws SQLException {
    DatabaseAccess access = database.access();
    return DriverManager.getConnection(access.url(), access.app().user(), access.app().password());
  }

  /** A connection that may make tables for baselines. */
  Connection superuser() throws SQLException {
    return database.superuserConnection("lachan");
  }

  /** Where the server writes what it has to say. */
  Path databaseLog() {
    return folder.resolve("postgres").resolve("postgres.log");
  }

  /** Connections that are idle are made anew, so that settings of the role hold. */
  void renewConnections() {
    bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
