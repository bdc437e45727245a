package vn.lachan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Names, defaults and limits of the settings. */
class ResidentsSettingsTests {
  @Test
  void defaultsAreThese() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new ResidentsSettings(
                20,
                10,
                180,
                90,
                Duration.ofDays(2),
                10,
                100,
                200,
                10,
                30,
                10,
                Duration.ofMinutes(5),
                30,
                Duration.ofHours(24),
                60,
                Duration.ofMinutes(1),
                Duration.ofHours(24),
                5));
  }

  @Test
  void limitsAreSaid() {
    for (String name :
        List.of("people-most", "devices-most", "device-days", "home-days", "notices-shown")) {
      assertThatThrownBy(() -> bound(Map.of("residents." + name, "0")))
          .rootCause()
          .hasMessageContaining("residents." + name);
    }
  }

  private static ResidentsSettings bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("residents", ResidentsSettings.class);
  }
}
