package vn.lachan.app.program.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** {@code ./lachan restore}: puts a backup into an empty data folder. */
public final class RestoreCommand {
  private static final CommandConsole CONSOLE = new CommandConsole();

  private RestoreCommand() {}

  public static void main(String[] arguments) {
    CONSOLE.end(
        () -> restore(CommandOptions.parse(arguments, "--from", "--data", "--keys", "--key")));
  }

  private static void restore(CommandOptions options) throws IOException, SQLException {
    External.refuse();
    Path from = options.path("--from");
    Path data = options.path("--data");
    if (from == null || data == null) {
      throw Words.refusal("say-from-and-data");
    }
    CONSOLE.say("program.backup.restore-begins", from, data);
    var source = new BackupFolder(from, options.cipher());
    ClusterRestore.Outcome outcome =
        new ClusterRestore(source, data)
            .restore(
                options.path("--keys"),
                CONSOLE.progress("program.backup.checking"),
                CONSOLE.progress("program.backup.writing"));
    BackupManifest manifest = outcome.manifest();
    Duration since = Duration.between(manifest.endedAt(), Clock.systemUTC().instant());
    CONSOLE.say(
        "program.backup.restored",
        data,
        sum(outcome.rows()),
        outcome.rows().size(),
        sum(manifest.rows()));
    CONSOLE.say(
        "program.backup.lost-since",
        Times.text(manifest.endedAt()),
        since.toHours(),
        since.toMinutesPart());
    CONSOLE.say("program.backup.restore-next", data);
  }

  private static long sum(Map<String, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
