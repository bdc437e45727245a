package vn.lachan.app.program.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.LocalCluster;

/**
 * {@code ./lachan backup}: makes a backup beside the running program, or starts the database for it
 * when the program is stopped; checks one; makes a key to seal backups with.
 */
public final class BackupCommand {
  private final CommandConsole console = new CommandConsole();
  private final CommandOptions options;

  private BackupCommand(CommandOptions options) {
    this.options = options;
  }

  public static void main(String[] arguments) {
    new CommandConsole()
        .end(
            () ->
                new BackupCommand(
                        CommandOptions.parse(
                            arguments, "--to", "--check", "--make-key", "--data", "--key"))
                    .run());
  }

  private void run() throws IOException, SQLException {
    Path target = options.path("--to");
    Path checked = options.path("--check");
    Path keyFile = options.path("--make-key");
    if (target != null) {
      backup(target);
    } else if (checked != null) {
      check(checked);
    } else if (keyFile != null) {
      BackupCipher.makeKey(keyFile);
      console.say("program.backup.key-made", keyFile);
    } else {
      throw Words.refusal("say-where");
    }
  }

  private void backup(Path target) throws IOException, SQLException {
    External.refuse();
    var cluster = new LocalCluster(options.data());
    if (!cluster.exists()) {
      throw Words.refusal("no-data", options.data());
    }
    Ownership.refuseOther(cluster.files());
    if (cluster.isServed()) {
      backup(cluster, target);
      return;
    }
    console.say("program.backup.stopped");
    try (LocalCluster.Held ignored = cluster.hold()) {
      backup(cluster, target);
    }
  }

  private void backup(LocalCluster cluster, Path target) throws IOException, SQLException {
    var clock = Clock.systemUTC();
    Instant start = clock.instant();
    console.say("program.backup.begins", target);
    var run = new RecordedBackup(cluster, clock, false);
    BackupManifest manifest =
        run.make(target, options.cipher(), console.progress("program.backup.copying"));
    console.say(
        "program.backup.done",
        target,
        manifest.files().size(),
        Sizes.text(manifest.bytes()),
        Sizes.text(manifest.storedBytes()),
        Duration.between(start, clock.instant()).toSeconds(),
        Times.text(manifest.endedAt()));
    console.say(
        "program.backup.keys-apart",
        cluster.keys(),
        MasterVersions.text(manifest.masterVersions()));
    if (!manifest.sealed()) {
      console.say("program.backup.open");
    }
  }

  private void check(Path folder) throws IOException {
    @Nullable BackupCipher cipher = options.cipher();
    BackupManifest manifest =
        BackupCheck.check(
            new BackupFolder(folder, cipher), console.progress("program.backup.checking"));
    console.say(
        "program.backup.whole",
        folder,
        manifest.files().size(),
        Sizes.text(manifest.storedBytes()),
        Times.text(manifest.endedAt()),
        manifest.program(),
        manifest.postgres(),
        MasterVersions.text(manifest.masterVersions()));
  }
}
