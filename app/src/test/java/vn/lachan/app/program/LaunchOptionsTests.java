package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchOptionsTests {
  @Test
  void whatNobodySaidHasADefault() {
    LaunchOptions options = LaunchOptions.parse(new String[0]);

    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.demo()).isEqualTo(LaunchOptions.Demo.UNSAID);
    assertThat(options.data()).isAbsolute().hasFileName("data");
    assertThat(options.settings()).isEmpty();
  }

  @Test
  void everyOptionIsTaken() {
    LaunchOptions options =
        LaunchOptions.parse(
            new String[] {
              "--port",
              "9000",
              "--data",
              "/tmp/x",
              "--public-url",
              "https://a.vn",
              "--demo",
              "small",
              "--visits.retention-days=20"
            });

    assertThat(options.port()).isEqualTo(9000);
    assertThat(options.publicUrl()).isEqualTo("https://a.vn");
    assertThat(options.demo()).isEqualTo(LaunchOptions.Demo.SMALL);
    assertThat(options.settings()).containsExactly("--visits.retention-days=20");
  }

  @Test
  void whatIsWrongIsSaid() {
    Map<String[], String> wrong =
        Map.of(
            new String[] {"--port", "70000"}, "--port needs a number",
            new String[] {"--port"}, "--port needs a value",
            new String[] {"--demo", "huge"}, "--demo knows only",
            new String[] {"--demo", "small", "--empty"}, "not both",
            new String[] {"--frobnicate"}, "Unknown option");
    wrong.forEach(
        (arguments, words) ->
            assertThatThrownBy(() -> LaunchOptions.parse(arguments))
                .as(List.of(arguments).toString())
                .isInstanceOf(OperatingException.class)
                .hasMessageContaining(words));
  }

  @Test
  void aSettingThatDoesNotExistStopsTheStart() {
    SettingsCatalogue.refuseUnknown(List.of("program.public-url", "spring.x"), "file");
    assertThatThrownBy(() -> SettingsCatalogue.refuseUnknown(List.of("program.publik-url"), "file"))
        .hasMessageContaining("program.publik-url");
  }
}
