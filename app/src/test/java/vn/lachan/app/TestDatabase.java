package vn.lachan.app;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.EmbeddedDatabase;

/**
 * A real PostgreSQL for tests: one cluster a test run, one migrated template database, a clone for
 * each that asks. The clone is reached as the program reaches it, by the role {@code lachan_app}.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String TEMPLATE = "test_template";
  private static final AtomicInteger CLONES = new AtomicInteger();
  private static final EmbeddedDatabase CLUSTER = startCluster();

  private final String name;
  private final HikariDataSource pool;

  private TestDatabase(String name) {
    this.name = name;
    this.pool = new HikariDataSource(config(CLUSTER.access(name)));
  }

  /** An empty, migrated database of one's own. */
  public static TestDatabase create() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + CLONES.incrementAndGet();
    administer(
        CLUSTER,
        "create database "
            + name
            + " template "
            + TEMPLATE
            + " owner lachan_migrate strategy file_copy");
    administer(CLUSTER, "grant connect on database " + name + " to lachan_app, lachan_reporting");
    return new TestDatabase(name);
  }

  public DatabaseAccess access() {
    return CLUSTER.access(name);
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  public HikariDataSource pool() {
    return pool;
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /** A connection with every right, for looking behind the roles. */
  public Connection superuser() throws SQLException {
    return CLUSTER.superuserConnection(name);
  }

  @Override
  public void close() {
    pool.close();
    administer(CLUSTER, "drop database " + name + " with (force)");
  }

  private static EmbeddedDatabase startCluster() {
    Path folder = Path.of("target", "test-database").toAbsolutePath();
    EmbeddedDatabase cluster =
        EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("database.properties"));
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    migrate(cluster);
    return cluster;
  }

  /** Anew at each run, so that a migration edited since the last one is no obstacle. */
  private static void migrate(EmbeddedDatabase cluster) {
    administer(cluster, "drop database if exists " + TEMPLATE + " with (force)");
    administer(cluster, "create database " + TEMPLATE + " owner lachan_migrate");
    DatabaseAccess access = cluster.access(TEMPLATE);
    Flyway.configure()
        .dataSource(access.url(), access.migrate().user(), access.migrate().password())
        .schemas("public")
        .table("migration")
        .outOfOrder(true)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  private static void administer(EmbeddedDatabase cluster, String statement) {
    try (Connection connection = cluster.superuserConnection("postgres");
        Statement execution = connection.createStatement()) {
      execution.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static HikariConfig config(DatabaseAccess access) {
    var config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(access.app().user());
    config.setPassword(access.app().password());
    config.setMaximumPoolSize(6);
    config.setMinimumIdle(0);
    return config;
  }
}
