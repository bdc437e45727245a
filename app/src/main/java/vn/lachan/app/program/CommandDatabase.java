package vn.lachan.app.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database for a command beside the program: an external one; the embedded one of a program
 * that is running; or that of one which is stopped, started for as long as the command takes.
 */
public final class CommandDatabase implements AutoCloseable {
  /** postmaster.pid: process, folder, start, port, socket folder, address, memory, state. */
  private static final int PORT_LINE = 3;

  private final DatabaseAccess access;
  private final @Nullable EmbeddedDatabase started;
  private final @Nullable FolderLock lock;

  private CommandDatabase(
      DatabaseAccess access, @Nullable EmbeddedDatabase started, @Nullable FolderLock lock) {
    this.access = access;
    this.started = started;
    this.lock = lock;
  }

  /**
   * @param data the data folder of the program
   * @throws OperatingException when there is no database to open
   */
  public static CommandDatabase open(Path data, Map<String, String> environment) {
    DatabaseAccess external = DatabaseSettings.external(environment);
    if (external != null) {
      return new CommandDatabase(external, null, null);
    }
    Path postgres = data.resolve("postgres");
    Path secrets = data.resolve("keys").resolve("database.properties");
    if (!Files.exists(postgres.resolve("cluster").resolve("PG_VERSION"))
        || !Files.exists(secrets)) {
      throw new OperatingException("There is no database in the data folder " + data);
    }
    FolderLock lock = FolderLock.tryToTake(data);
    return lock == null
        ? new CommandDatabase(running(postgres, secrets), null, null)
        : startedFor(postgres, secrets, lock);
  }

  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
    if (lock != null) {
      lock.close();
    }
  }

  private static CommandDatabase startedFor(Path postgres, Path secrets, FolderLock lock) {
    try {
      EmbeddedDatabase database = EmbeddedDatabase.start(postgres, secrets);
      return new CommandDatabase(database.access(), database, lock);
    } catch (OperatingException e) {
      lock.close();
      throw e;
    }
  }

  private static DatabaseAccess running(Path postgres, Path secrets) {
    Path file = postgres.resolve("cluster").resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      int port = Integer.parseInt(lines.get(PORT_LINE).strip());
      return EmbeddedDatabase.access(
          port, EmbeddedDatabase.DATABASE, DatabasePasswords.readOrGenerate(secrets));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new OperatingException(
          "A program runs on this data folder, but its database is not up yet. Try again.", e);
    }
  }
}
