package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The PostgreSQL that the program brings along, kept whole under one folder: programs, cluster and
 * passwords. Unlike the usual embedded databases, which are made for tests, it is durable (fsync,
 * synchronous_commit and full_page_writes stay on) and closed (no connection is trusted without a
 * password, it listens on the loopback address only). A postmaster left behind by a killed program
 * is stopped before a new one is started; the folder's lock, held by the caller, makes sure that it
 * is nobody else's.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  static final String SUPERUSER = "lachan_super";
  public static final String DATABASE = "lachan";
  public static final String VERSION = "18.6";

  private final Path cluster;
  private final Path log;
  private final PostgresPrograms programs;
  private final DatabasePasswords passwords;
  private final int port;

  private EmbeddedDatabase(Path folder, DatabasePasswords passwords, int port) {
    this.cluster = folder.resolve("cluster");
    this.log = folder.resolve("postgres.log");
    this.programs =
        new PostgresPrograms(PostgresBinaries.unpackedInto(folder.resolve("programs-" + VERSION)));
    this.passwords = passwords;
    this.port = port;
  }

  /**
   * Starts the database in the folder, making it first where it is empty.
   *
   * @param folder absolute; created where missing, readable by its owner only
   * @param secrets the file of generated passwords, outside the cluster, mode 600
   */
  public static EmbeddedDatabase start(Path folder, Path secrets) {
    PrivateFiles.createFolder(folder);
    var database =
        new EmbeddedDatabase(folder, DatabasePasswords.readOrGenerate(secrets), freePort());
    database.stopWhatIsLeft();
    if (!Files.exists(database.cluster.resolve("PG_VERSION"))) {
      database.initialise(folder);
    }
    database.configure();
    database.startPostmaster();
    database.createRolesAndDatabase();
    return database;
  }

  /**
   * Gives the superuser of a cluster that came from elsewhere a password that this folder knows. It
   * is done without a server: nobody can connect meanwhile.
   */
  static void takeOver(Path folder, Path secrets) {
    var database =
        new EmbeddedDatabase(folder, DatabasePasswords.readOrGenerate(secrets), freePort());
    database.configure();
    var outcome =
        database.programs.attempt(
            "postgres",
            List.of("--single", "-D", database.cluster.toString(), "postgres"),
            "alter role %s password '%s'\n".formatted(SUPERUSER, database.passwords.of(SUPERUSER)));
    if (outcome.exitCode() != 0) {
      throw new OperatingException(
          "PostgreSQL cannot open these files: " + outcome.output().strip());
    }
  }

  public DatabaseAccess access() {
    return access(DATABASE);
  }

  /** The same roles on another database of this cluster; tests clone databases. */
  public DatabaseAccess access(String databaseName) {
    return access(port, databaseName, passwords);
  }

  /** The roles on a cluster that listens on this port, whoever started it. */
  static DatabaseAccess access(int port, String databaseName, DatabasePasswords passwords) {
    return new DatabaseAccess(
        url(port, databaseName),
        login("lachan_migrate", passwords),
        login("lachan_app", passwords),
        login("lachan_reporting", passwords));
  }

  /** A connection with every right, for creating databases and for looking at settings in tests. */
  public Connection superuserConnection(String databaseName) throws SQLException {
    return DriverManager.getConnection(url(port, databaseName), SUPERUSER, passwords.of(SUPERUSER));
  }

  @Override
  public void close() {
    programs.attempt(
        "pg_ctl", List.of("stop", "-w", "-m", "fast", "-t", "60", "-D", cluster.toString()));
  }

  private static DatabaseAccess.Login login(String role, DatabasePasswords passwords) {
    return new DatabaseAccess.Login(role, passwords.of(role));
  }

  private static String url(int port, String databaseName) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + databaseName;
  }

  private void stopWhatIsLeft() {
    if (!Files.exists(cluster.resolve("postmaster.pid"))) {
      return;
    }
    var status = programs.attempt("pg_ctl", List.of("status", "-D", cluster.toString()));
    if (status.exitCode() == 0) {
      programs.run(
          "pg_ctl", List.of("stop", "-w", "-m", "fast", "-t", "60", "-D", cluster.toString()));
    }
  }

  private void initialise(Path folder) {
    Path passwordFile = folder.resolve("superuser-password");
    try {
      PrivateFiles.write(passwordFile, passwords.of(SUPERUSER));
      programs.run(
          "initdb",
          List.of(
              "-D",
              cluster.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + passwordFile,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8"));
    } finally {
      PrivateFiles.delete(passwordFile);
    }
  }

  /** Written at every start, so that a change of the program's settings reaches old clusters. */
  private void configure() {
    PrivateFiles.write(cluster.resolve("pg_hba.conf"), PostgresConfiguration.HOST_BASED_ACCESS);
    PrivateFiles.write(
        cluster.resolve("postgresql.auto.conf"), PostgresConfiguration.settings(port));
  }

  private void startPostmaster() {
    try {
      programs.run(
          "pg_ctl",
          List.of("start", "-w", "-t", "600", "-D", cluster.toString(), "-l", log.toString()));
    } catch (OperatingException e) {
      throw new OperatingException(e.getMessage() + "\nSee " + log, e);
    }
  }

  private void createRolesAndDatabase() {
    try (Connection connection = superuserConnection("postgres");
        Statement statement = connection.createStatement()) {
      for (String role : List.of("lachan_migrate", "lachan_app", "lachan_reporting")) {
        String verb = exists(statement, "pg_roles", "rolname", role) ? "alter" : "create";
        statement.execute(
            "%s role %s login password '%s'".formatted(verb, role, passwords.of(role)));
      }
      if (!exists(statement, "pg_database", "datname", DATABASE)) {
        statement.execute("create database " + DATABASE + " owner lachan_migrate");
        statement.execute("revoke all on database " + DATABASE + " from public");
        statement.execute(
            "grant connect on database " + DATABASE + " to lachan_app, lachan_reporting");
      }
    } catch (SQLException e) {
      throw new OperatingException("Cannot prepare the embedded database: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String catalog, String column, String name)
      throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select 1 from %s where %s = '%s'".formatted(catalog, column, name))) {
      return rows.next();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port for the embedded database", e);
    }
  }
}
