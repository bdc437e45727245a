package vn.lachan.app.program;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database for a command beside the program: an external one; the embedded one of a program
 * that is running; or that of one which is stopped, started for as long as the command takes.
 */
public final class CommandDatabase implements AutoCloseable {
  private final DatabaseAccess access;
  private final LocalCluster.@Nullable Held held;

  private CommandDatabase(DatabaseAccess access, LocalCluster.@Nullable Held held) {
    this.access = access;
    this.held = held;
  }

  /**
   * @param data the data folder of the program
   * @throws OperatingException when there is no database to open
   */
  public static CommandDatabase open(Path data, Map<String, String> environment) {
    DatabaseAccess external = DatabaseSettings.external(environment);
    if (external != null) {
      return new CommandDatabase(external, null);
    }
    var cluster = new LocalCluster(data);
    if (!cluster.exists()) {
      throw new OperatingException("There is no database in the data folder " + data);
    }
    if (cluster.isServed()) {
      return new CommandDatabase(cluster.access(), null);
    }
    LocalCluster.Held held = cluster.hold();
    return new CommandDatabase(held.database().access(), held);
  }

  public DatabaseAccess access() {
    return access;
  }

  @Override
  public void close() {
    if (held != null) {
      held.close();
    }
  }
}
