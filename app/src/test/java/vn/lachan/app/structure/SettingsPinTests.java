package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.lachan.app.access.CodeSettings;
import vn.lachan.app.declarations.DeclarationsSettings;
import vn.lachan.app.gates.GatesSettings;
import vn.lachan.app.messaging.PushSettings;
import vn.lachan.app.people.PersonalCodeSettings;
import vn.lachan.app.residents.ResidentsSettings;

/** Names and defaults that provinces write into their files: a change of one is a decision. */
class SettingsPinTests {
  private static final List<Class<? extends Record>> PINNED =
      List.of(
          CodeSettings.class,
          DeclarationsSettings.class,
          GatesSettings.class,
          PersonalCodeSettings.class,
          ResidentsSettings.class,
          PushSettings.class);

  @Test
  void namesAndDefaultsAreThese() throws IOException, ReflectiveOperationException {
    List<String> lines = new ArrayList<>();
    for (Class<? extends Record> type : PINNED) {
      String prefix = type.getAnnotation(ConfigurationProperties.class).value();
      Record defaults = bound(prefix, type, Map.of());
      for (RecordComponent setting : type.getRecordComponents()) {
        String name = setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        lines.add(prefix + "." + name + "=" + setting.getAccessor().invoke(defaults));
      }
    }
    assertThat(String.join("\n", lines))
        .isEqualTo(Files.readString(Path.of("src/test/resources/settings.txt")).strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact-seconds", "pin-attempts", "record-days", "batch-records"})
  void aGateWithoutLimitsDoesNotStart(String name) {
    assertThatThrownBy(() -> bound("gates", GatesSettings.class, Map.of("gates." + name, "0")))
        .rootCause()
        .hasMessageContaining("gates." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"device-days", "paper-days", "issued-per-day"})
  void codesHaveTheirLimits(String name) {
    assertThatThrownBy(
            () ->
                bound(
                    "people.codes",
                    PersonalCodeSettings.class,
                    Map.of("people.codes." + name, "0")))
        .rootCause()
        .hasMessageContaining("people.codes." + name);
  }

  private static <T> T bound(String prefix, Class<T> type, Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, type);
  }
}
