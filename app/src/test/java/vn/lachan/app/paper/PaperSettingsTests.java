package vn.lachan.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PaperSettingsTests {
  @Test
  void namesAndDefaultsStayAsTheyAre() {
    assertThat(
            new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("paper", PaperSettings.class))
        .isEqualTo(PaperSettings.defaults());
    for (String name :
        List.of("pad-sheets", "entry-days", "photo-days", "photo-megabytes", "photo-megapixels")) {
      assertThatThrownBy(() -> bound(Map.of("paper." + name, "0")))
          .rootCause()
          .hasMessageContaining("paper." + name);
    }
  }

  private static PaperSettings bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("paper", PaperSettings.class);
  }
}
