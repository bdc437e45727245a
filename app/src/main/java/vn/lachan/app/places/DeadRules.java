package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lines of {@code places/coverage.tsv}, whose head says what the columns mean. */
@Component
class DeadRules {
  private static final String FILE = "places/coverage.tsv";
  private static final int COLUMNS = 5;

  private final List<DeadRule> rules;

  DeadRules() {
    this.rules =
        DatedLines.read(FILE, COLUMNS).stream()
            .map(
                line ->
                    new DeadRule(
                        LocalDate.parse(line[0]),
                        DatedLines.dateOrNull(line[1]),
                        Integer.parseInt(line[2]),
                        line[3],
                        line[4]))
            .toList();
  }

  /** The line in force; before the first line, the first. */
  DeadRule on(LocalDate day) {
    return rules.stream()
        .filter(rule -> !day.isBefore(rule.validFrom()))
        .filter(rule -> rule.validTo() == null || !day.isAfter(rule.validTo()))
        .findFirst()
        .orElse(rules.getFirst());
  }
}
