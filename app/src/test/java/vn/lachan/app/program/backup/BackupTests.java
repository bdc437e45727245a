package vn.lachan.app.program.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.Backups.BackupView;
import vn.lachan.app.program.KeyFiles;
import vn.lachan.app.program.LocalCluster;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.program.ProgramVersion;
import vn.lachan.app.program.RunningProgram;

/** A backup made beside a program that takes check-ins, and what a restore makes of it. */
class BackupTests {
  private static final String BACKUP = "vn.lachan.app.program.backup.BackupCommand";
  private static final String RESTORE = "vn.lachan.app.program.backup.RestoreCommand";
  private static final Progress SILENT = (done, total) -> {};

  @TempDir static Path shared;
  @TempDir Path own;

  private static RunningProgram program;
  private static CheckIns checkIns;
  private static Path keys;
  private static Path open;
  private static Path sealed;
  private static Path sealingKey;

  @BeforeAll
  static void backUpWhileCheckInsArrive() throws IOException, SQLException, InterruptedException {
    Path data = shared.resolve("data");
    program = RunningProgram.start(data, "--empty");
    keys = data.resolve("keys");
    open = shared.resolve("open");
    sealed = shared.resolve("sealed");
    sealingKey = shared.resolve("backup.key");
    checkIns = CheckIns.to(program);
    CompletableFuture<Void> visitors = CompletableFuture.runAsync(checkIns);
    backUp(open, data);
    checkIns.end();
    visitors.join();
    assertThat(RunningProgram.command(BACKUP, "--make-key", sealingKey.toString()).status())
        .isZero();
    backUp(sealed, data, "--key", sealingKey.toString());
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void whatWasAcknowledgedBeforeTheEndIsInTheRestoredDatabase()
      throws IOException, InterruptedException, SQLException {
    Path second = own.resolve("second");
    var restored =
        RunningProgram.command(
            RESTORE,
            "--from",
            open.toString(),
            "--data",
            second.toString(),
            "--keys",
            keys.toString());
    assertThat(restored.status()).as(restored.said()).isZero();
    assertThat(restored.said()).contains("Đã phục hồi", "Everything acknowledged until");
    Set<Long> promised = checkIns.acknowledgedUntil(manifest(open).endedAt());
    assertThat(promised.size()).as("check-ins while the backup ran").isGreaterThan(10);
    assertThat(checkIns.acknowledged()).isGreaterThanOrEqualTo(promised.size());
    try (RunningProgram again = RunningProgram.start(second, "--empty")) {
      assertThat(CheckIns.stored(again)).containsAll(promised);
    }
  }

  @Test
  void theProgramKnowsWhichBackupsWereMade() throws IOException, SQLException {
    try (Connection connection = program.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), min(bytes) > 1000000 from program.backup where result = 'whole' and not scheduled")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(2);
      assertThat(row.getBoolean(2)).isTrue();
    }
  }

  @Test
  void noKeyLiesInABackupAndOnlyItsOwnerReadsIt() throws IOException {
    List<String> secrets = new ArrayList<>();
    for (String name : List.of("master.json", "lookup.json", "database.properties")) {
      Matcher secret =
          Pattern.compile("(?:\"value\":\\s*\"|=)([^\"\\n]{20,})")
              .matcher(Files.readString(keys.resolve(name)));
      while (secret.find()) {
        secrets.add(secret.group(1));
      }
    }
    assertThat(secrets).hasSizeGreaterThan(5);
    var folder = new BackupFolder(open, null);
    BackupManifest manifest = manifest(open);
    for (BackupManifest.StoredFile file : manifest.files()) {
      try (InputStream content = folder.read(manifest.id(), file.path())) {
        String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(secrets.stream().filter(text::contains)).as(file.path()).isEmpty();
      }
    }
    try (Stream<Path> files = Files.walk(sealed)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .endsWith("------");
      }
    }
  }

  @Test
  void aDamagedBackupIsRefusedByTheNameOfItsFile() throws IOException {
    Path copy = copyOf(open);
    Path file = copy.resolve("files/global/pg_control.gz");
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    refused(copy, keys, null, "damaged", "files/global/pg_control.gz");
    Files.delete(file);
    refused(copy, keys, null, "missing", "files/global/pg_control.gz");
    Files.writeString(
        copy.resolve("manifest.json"),
        Files.readString(copy.resolve("manifest.json"))
            .replace("\"bytes\" : 8192", "\"bytes\" : 8193"));
    refused(copy, keys, null, "damaged", "manifest.json");
    Files.delete(copy.resolve("manifest.json"));
    refused(copy, keys, null, "no-backup", copy.toString());
  }

  @Test
  void aBackupOfANewerProgramSchemaOrPostgresIsRefused() throws IOException {
    Path copy = copyOf(open);
    rewrite(copy, text -> text.replace('"' + ProgramVersion.own() + '"', "\"99.1.0\""));
    refused(copy, keys, null, "newer-program", "99.1.0");
    rewrite(
        copy,
        text -> text.replace("\"99.1.0\"", "\"0.0.9\"").replace("\"900\"", "\"900\", \"999\""));
    refused(copy, keys, null, "newer-schema", "999");
    rewrite(copy, text -> text.replace(", \"999\"", "").replace("\"18.6\"", "\"18.60\""));
    refused(copy, keys, null, "postgres", "18.60");
    rewrite(
        copy,
        text ->
            text.replace("\"18.60\"", "\"18.6\"").replaceFirst("\"format\" : 1", "\"format\" : 2"));
    refused(copy, keys, null, "newer-format", "0.0.9");
  }

  @Test
  void withoutItsKeysNothingIsRestored() throws IOException {
    String version = Integer.toUnsignedString(manifest(open).masterVersions().iterator().next());
    refused(open, null, null, "no-keys", version);
    Path others = own.resolve("others");
    KeyFiles.store(Keyring.generate(), others);
    refused(open, others, null, "other-keys", version);
    refused(sealed, keys, null, "sealed", "--key");
    Path anotherKey = own.resolve("another.key");
    BackupCipher.makeKey(anotherKey);
    refused(sealed, keys, anotherKey, "wrong-key", "manifest.sealed");
  }

  @Test
  void aSealedBackupIsUnreadableAndCanBeCheckedWithoutItsKey()
      throws IOException, InterruptedException {
    var checked = RunningProgram.command(BACKUP, "--check", sealed.toString());
    assertThat(checked.status()).as(checked.said()).isZero();
    assertThat(checked.said()).contains("nguyên vẹn", "is whole");
    byte[] stored = Files.readAllBytes(sealed.resolve("files/PG_VERSION.gz.sealed"));
    assertThat(stored[0] == 0x1f && stored[1] == (byte) 0x8b).isFalse();
    var folder = new BackupFolder(sealed, BackupCipher.read(sealingKey));
    try (InputStream content = folder.read(folder.readManifest().id(), "PG_VERSION")) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("18\n");
    }
  }

  @Test
  void theScheduleMakesOneAnIntervalAndTakesTheOldestAway() throws IOException, SQLException {
    Path target = own.resolve("scheduled");
    Files.createDirectories(target.resolve("of-somebody-else"));
    Instant now = Instant.now();
    try (Connection connection = program.database()) {
      var table =
          new BackupTable(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      scheduled(table, target, now).makeWhatIsDue();
      scheduled(table, target, now.plusSeconds(60)).makeWhatIsDue();
      List<Path> first = backupsIn(target);
      assertThat(first).hasSize(1).allMatch(BackupFolder::isWhole);
      scheduled(table, target, now.plus(Duration.ofDays(1))).makeWhatIsDue();
      assertThat(backupsIn(target)).hasSize(1).doesNotContainAnyElementsOf(first);
      assertThat(target.resolve("of-somebody-else")).exists();
      assertThat(table.latest(1).getFirst())
          .returns(true, BackupView::scheduled)
          .returns(true, BackupView::whole);
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException, InterruptedException {
    var again =
        RunningProgram.command(
            BACKUP, "--to", open.toString(), "--data", shared.resolve("data").toString());
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.said()).contains("[target-not-empty]");
    Files.createDirectories(own.resolve("occupied/file"));
    assertThatThrownBy(
            () ->
                new ClusterRestore(new BackupFolder(open, null), own.resolve("occupied"))
                    .restore(keys, SILENT, SILENT))
        .hasMessageContaining("[data-not-empty]");
  }

  private void refused(
      Path backup, @Nullable Path keysFolder, @Nullable Path key, String code, String named) {
    Path target = own.resolve("refused");
    var source = new BackupFolder(backup, key == null ? null : BackupCipher.read(key));
    assertThatThrownBy(() -> new ClusterRestore(source, target).restore(keysFolder, SILENT, SILENT))
        .hasMessageContaining("[" + code + "]")
        .hasMessageContaining(named);
    assertThat(target).doesNotExist();
  }

  private static void backUp(Path target, Path data, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--to", target.toString(), "--data", data.toString()));
    var made = RunningProgram.command(BACKUP, arguments.toArray(String[]::new));
    assertThat(made.status()).as(made.said()).isZero();
    assertThat(made.said()).contains("Khoá KHÔNG nằm trong bản sao lưu");
  }

  private static BackupSchedule scheduled(BackupTable table, Path target, Instant now) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("cluster", new LocalCluster(shared.resolve("data")));
    var settings =
        new BackupSettings(target, Duration.ofDays(1), LocalTime.of(1, 30), 1, sealingKey);
    var zone = ZoneId.of("Asia/Ho_Chi_Minh");
    return new BackupSchedule(
        beans.getBeanProvider(LocalCluster.class),
        settings,
        new ProgramSettings(shared, "", "none", false, zone, false, null, null),
        table,
        Clock.fixed(now, zone));
  }

  private static List<Path> backupsIn(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("lachan-")).toList();
    }
  }

  private static BackupManifest manifest(Path backup) {
    return new BackupFolder(backup, null).readManifest();
  }

  private Path copyOf(Path backup) throws IOException {
    Path copy = own.resolve("copy");
    FileSystemUtils.copyRecursively(backup, copy);
    return copy;
  }

  /** What another version would have written: a manifest with the hash that belongs to it. */
  private static void rewrite(Path backup, UnaryOperator<String> change) throws IOException {
    String changed = change.apply(Files.readString(backup.resolve("manifest.json")));
    BackupManifest manifest = BackupManifest.fromJson(changed.getBytes(StandardCharsets.UTF_8));
    Files.delete(backup.resolve("manifest.json"));
    new BackupFolder(Objects.requireNonNull(backup), null).writeManifest(manifest);
  }
}
