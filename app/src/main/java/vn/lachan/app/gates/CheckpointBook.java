package vn.lachan.app.gates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The rules of checkpoints as dated data: {@code gates/checkpoint.tsv}. */
@Component
class CheckpointBook {
  private static final String FILE = "gates/checkpoint.tsv";
  private static final int KIND = 0;
  private static final int CODE = 1;
  private static final int VALUE = 2;
  private static final int FROM = 3;
  private static final int TO = 4;

  private final List<String[]> lines;

  CheckpointBook() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
    on(LocalDate.EPOCH);
  }

  CheckpointRules on(LocalDate day) {
    List<CheckpointRules.Test> tests = new ArrayList<>();
    List<CheckpointRules.Reason> reasons = new ArrayList<>();
    for (String[] line : lines) {
      if (!holds(line, day)) {
        continue;
      }
      if (line[KIND].equals("test")) {
        tests.add(new CheckpointRules.Test(line[CODE], Integer.parseInt(line[VALUE])));
      } else {
        reasons.add(new CheckpointRules.Reason(line[CODE], TripDecision.of(line[VALUE])));
      }
    }
    return new CheckpointRules(tests, reasons);
  }

  /** Every reason that ever was, for lists of earlier days. */
  List<String> reasons() {
    return lines.stream()
        .filter(line -> line[KIND].equals("reason"))
        .map(line -> line[CODE])
        .distinct()
        .toList();
  }

  private static boolean holds(String[] line, LocalDate day) {
    boolean begun = !day.isBefore(LocalDate.parse(line[FROM]));
    return begun && (line[TO].isEmpty() || !day.isAfter(LocalDate.parse(line[TO])));
  }
}
