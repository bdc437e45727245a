package vn.lachan.app.program.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.lachan.app.program.EmbeddedDatabase;
import vn.lachan.app.program.ProgramVersion;

/** Whether this program can serve what a backup holds: never one of a newer version. */
final class BackupFitness {
  private static final Pattern VERSIONED = Pattern.compile("V(\\w+)__.*\\.sql");

  private BackupFitness() {}

  static void refuseUnfit(BackupManifest manifest) {
    if (manifest.format() > BackupManifest.FORMAT) {
      throw Words.refusal("newer-format", manifest.program());
    }
    if (ProgramVersion.compare(manifest.program(), ProgramVersion.own()) > 0) {
      throw Words.refusal("newer-program", manifest.program(), ProgramVersion.own());
    }
    Set<String> unknown = new TreeSet<>(manifest.migrations());
    unknown.removeAll(knownMigrations());
    if (!unknown.isEmpty()) {
      throw Words.refusal("newer-schema", unknown.toString(), manifest.program());
    }
    if (!sameMajor(manifest.postgres())
        || ProgramVersion.compare(manifest.postgres(), EmbeddedDatabase.VERSION) > 0) {
      throw Words.refusal("postgres", manifest.postgres(), EmbeddedDatabase.VERSION);
    }
    String machine = System.getProperty("os.arch");
    if (!manifest.machine().equals(machine)) {
      throw Words.refusal("machine", manifest.machine(), machine);
    }
  }

  private static boolean sameMajor(String postgres) {
    String major = EmbeddedDatabase.VERSION.replaceAll("\\..*", "");
    return postgres.replaceAll("\\..*", "").equals(major);
  }

  private static Set<String> knownMigrations() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:db/migration/V*.sql"))
          .map(file -> VERSIONED.matcher(Objects.requireNonNull(file.getFilename())))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the migrations", e);
    }
  }
}
