package vn.lachan.app.program.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Names, defaults and limits of the settings. */
class BackupSettingsTests {
  @Test
  void nothingIsMadeUnlessAFolderIsNamed() {
    assertThat(bound(Map.of()))
        .isEqualTo(new BackupSettings(null, Duration.ofDays(1), LocalTime.of(1, 30), 14, null));
  }

  @Test
  void namesAreThese() {
    assertThat(
            bound(
                Map.of(
                    "program.backup.folder", "/backups",
                    "program.backup.every", "6h",
                    "program.backup.at", "23:15",
                    "program.backup.keep", "3",
                    "program.backup.key", "/keys/backup.key")))
        .isEqualTo(
            new BackupSettings(
                Path.of("/backups"),
                Duration.ofHours(6),
                LocalTime.of(23, 15),
                3,
                Path.of("/keys/backup.key")));
  }

  @Test
  void limitsAreSaid() {
    for (var wrong : Map.of("every", "59m", "keep", "0").entrySet()) {
      assertThatThrownBy(() -> bound(Map.of("program.backup." + wrong.getKey(), wrong.getValue())))
          .rootCause()
          .hasMessageContaining("program.backup." + wrong.getKey());
    }
  }

  private static BackupSettings bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("program.backup", BackupSettings.class);
  }
}
