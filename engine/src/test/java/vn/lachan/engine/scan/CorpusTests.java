package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Cards that others wrote. The material is not part of the project: it is looked for in a folder
 * {@code shared} beside the checkout or above it, or where {@code -Dlachan.shared} points.
 */
class CorpusTests {
  private static final String SAMPLES = "corpora/vn-cccd-qr/samples.tsv";

  @Test
  void cardsOfOthersAreReadAsExpected() throws IOException {
    Path samples = find();
    if (samples == null) {
      System.out.println("SKIPPED: shared/" + SAMPLES + " is not beside this checkout");
    }
    assumeTrue(samples != null);
    List<String> lines = Files.readAllLines(samples);
    assertThat(lines).hasSizeGreaterThan(1);
    for (String line : lines.subList(1, lines.size())) {
      check(line.split("\t", -1));
    }
  }

  private static void check(String[] columns) {
    assertThat(Scanner.read(columns[0], ScanChecks.PORTS)).isInstanceOf(CitizenCard.class);
    CitizenCard card = (CitizenCard) Scanner.read(columns[0], ScanChecks.PORTS);
    assertThat(card.number().digits()).isEqualTo(columns[3]);
    assertThat(card.oldNumber()).isEqualTo(columns[4].isEmpty() ? null : columns[4]);
    assertThat(card.fullName().text()).isEqualTo(columns[5]);
    assertThat(card.birth().toString()).isEqualTo(columns[6]);
    assertThat(card.sex()).isEqualTo(columns[7].equals("Nam") ? Sex.MALE : Sex.FEMALE);
    assertThat(card.address()).isEqualTo(columns[8]);
    assertThat(card.issued().toString()).isEqualTo(columns[9]);
    boolean consistent = columns[10].startsWith("consistent");
    boolean contradicts = columns[10].contains("contradicts dob");
    if (consistent || contradicts) {
      assertThat(card.warnings().isEmpty()).isEqualTo(consistent);
    }
  }

  private static @Nullable Path find() {
    String named = System.getProperty("lachan.shared");
    if (named != null) {
      return Path.of(named, SAMPLES);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path samples = folder.resolve("shared").resolve(SAMPLES);
      if (Files.exists(samples)) {
        return samples;
      }
    }
    return null;
  }
}
