package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** The one helper of the golden tables: {@code text => outcome}, one line a case. */
final class ScanChecks {
  static final ScanPorts PORTS = new ServerScanPorts();

  private ScanChecks() {}

  static void check(String table) {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String line : table.lines().filter(line -> !line.isBlank()).toList()) {
      int arrow = line.lastIndexOf("=>");
      String text = unescape(line.substring(0, arrow).strip());
      String expected = line.substring(arrow + 2).strip();
      String actual = Outcome.of(Scanner.read(text, PORTS));
      cases++;
      if (!actual.equals(expected)) {
        wrong.add(line.strip() + "\n     but was: " + actual);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isPositive();
  }

  /** {@code {0301}} is the character U+0301, for what an editor would hide or recompose. */
  static String unescape(String text) {
    StringBuilder plain = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) == '{') {
        plain.append((char) Integer.parseInt(text.substring(index + 1, index + 5), 16));
        index += 5;
      } else {
        plain.append(text.charAt(index));
      }
    }
    return plain.toString();
  }
}
