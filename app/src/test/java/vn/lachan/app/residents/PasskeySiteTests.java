package vn.lachan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where passkeys are offered. */
class PasskeySiteTests {
  private static final String HERE = "http://localhost:8080";

  @Test
  void namesOnHttpsAndThisMachineOnly() {
    String[][] table = {
      {"https://lachan.vidu.vn", "lachan.vidu.vn", "https://lachan.vidu.vn"},
      {"https://LACHAN.vidu.vn:8443", "lachan.vidu.vn", "https://lachan.vidu.vn:8443"},
      {"https://lachan.vidu.vn:443", "lachan.vidu.vn", "https://lachan.vidu.vn"},
      {"http://localhost:9143", "localhost", "http://localhost:9143"},
      {"http://lachan.vidu.vn", null, null},
      {"https://10.0.0.7:8443", null, null},
      {"https://[::1]:8443", null, null},
    };
    for (String[] row : table) {
      var site = PasskeySite.of(row[0], HERE);
      assertThat(site.map(PasskeySite::id).orElse(null)).as(row[0]).isEqualTo(row[1]);
      assertThat(site.map(PasskeySite::origin).orElse(null)).as(row[0]).isEqualTo(row[2]);
    }
  }

  @Test
  void withoutASetAddressOnlyThisMachineIsBelieved() {
    assertThat(PasskeySite.of("", HERE)).contains(new PasskeySite("localhost", HERE));
    assertThat(PasskeySite.of("", "https://some.host.vn")).isEmpty();
  }
}
