package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * The embedded database of a data folder, seen from outside the process that started it: its files,
 * and a connection with every right. Whoever may read the data folder may make one.
 */
public final class LocalCluster {
  private static final int PORT_LINE = 3;

  private final Path data;

  public LocalCluster(Path data) {
    this.data = data;
  }

  /** The folder of the cluster's own files. */
  public Path files() {
    return postgres().resolve("cluster");
  }

  public Path keys() {
    return data.resolve("keys");
  }

  public boolean exists() {
    return Files.exists(files().resolve("PG_VERSION"));
  }

  /**
   * Connects as superuser to the running database.
   *
   * @throws OperatingException when it does not run
   */
  public Connection connect(String database) throws SQLException {
    var passwords = DatabasePasswords.read(secrets());
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database,
        EmbeddedDatabase.SUPERUSER,
        passwords.of(EmbeddedDatabase.SUPERUSER));
  }

  /**
   * The roles of the running database.
   *
   * @throws OperatingException when it does not run
   */
  public DatabaseAccess access() {
    return EmbeddedDatabase.access(
        port(), EmbeddedDatabase.DATABASE, DatabasePasswords.read(secrets()));
  }

  /** Takes the folder and starts its database; ends both when closed. */
  public Held hold() {
    FolderLock lock = FolderLock.take(data);
    try {
      return new Held(lock, EmbeddedDatabase.start(postgres(), secrets()));
    } catch (OperatingException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Gives the superuser of a restored cluster the password of this data folder, with no server
   * running.
   */
  public void takeOver() {
    PrivateFiles.createFolder(postgres());
    EmbeddedDatabase.takeOver(postgres(), secrets());
  }

  /** Whether a program runs on the folder. */
  public boolean isServed() {
    return FolderLock.isTaken(data);
  }

  private Path postgres() {
    return data.resolve("postgres");
  }

  private Path secrets() {
    return keys().resolve("database.properties");
  }

  private int port() {
    Path file = files().resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() <= PORT_LINE) {
        throw new OperatingException(
            "The database of " + data + " is not running yet; try again in a moment.");
      }
      return Integer.parseInt(lines.get(PORT_LINE).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** A data folder taken, with its database running. */
  public record Held(FolderLock lock, EmbeddedDatabase database) implements AutoCloseable {
    @Override
    public void close() {
      try (lock) {
        database.close();
      }
    }
  }
}
