package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lines of {@code places/checklist.tsv}, whose head says what the columns mean. */
@Component
class Checklist {
  private static final String FILE = "places/checklist.tsv";
  private static final int COLUMNS = 8;

  private final List<ChecklistItem> items;

  Checklist() {
    this.items = DatedLines.read(FILE, COLUMNS).stream().map(Checklist::item).toList();
  }

  List<ChecklistItem> on(LocalDate day) {
    return items.stream()
        .filter(item -> !day.isBefore(item.validFrom()))
        .filter(item -> item.validTo() == null || !day.isAfter(item.validTo()))
        .toList();
  }

  /** The line by which an old answer was given. */
  Optional<ChecklistItem> of(String code, LocalDate validFrom) {
    return items.stream()
        .filter(item -> item.code().equals(code) && item.validFrom().equals(validFrom))
        .findFirst();
  }

  private static ChecklistItem item(String[] line) {
    return new ChecklistItem(
        line[0],
        LocalDate.parse(line[1]),
        DatedLines.dateOrNull(line[2]),
        line[3].equals("required"),
        line[4],
        line[5],
        line[6],
        line[7]);
  }
}
