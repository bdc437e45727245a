package vn.lachan.app.places.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vn.lachan.app.kernel.Refusal;

/** A text file with one table. */
final class CsvSource implements SheetSource {
  private static final int SEPARATORS_A_LINE_MOST = 16_000;

  private final String text;
  private final Delimiter delimiter;
  private final SheetLimits limits;
  private final List<SheetNote> notes = new ArrayList<>();

  CsvSource(byte[] content, SheetLimits limits) {
    TextBytes bytes = TextBytes.read(content);
    this.text = bytes.text();
    this.delimiter = Delimiter.of(text);
    this.limits = limits;
    if (!bytes.note().isEmpty()) {
      notes.add(new SheetNote(bytes.note(), 0));
    }
    refuseEndlessLines();
  }

  /** The reader gives up on such a line with a reason that says nothing of columns. */
  private void refuseEndlessLines() {
    int separators = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      separators = c == '\n' ? 0 : c == delimiter.character() ? separators + 1 : separators;
      if (separators > SEPARATORS_A_LINE_MOST) {
        throw Refusal.invalid("places.import.refused.columns", limits.columns());
      }
    }
  }

  @Override
  public List<String> names() {
    return List.of("");
  }

  @Override
  public List<SheetNote> notes() {
    return notes;
  }

  @Override
  public void read(int sheet, RowTaker taker) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter.character())
            .allowExtraCharsAfterClosingQuote(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text.substring(delimiter.skipped()))) {
      read(reader, taker);
    } catch (CsvParseException unreadable) {
      throw Refusal.invalid("places.import.refused.broken-table");
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void read(CsvReader<CsvRecord> reader, RowTaker taker) {
    int rows = 0;
    int skippedLines = delimiter.skipped() == 0 ? 0 : 1;
    for (CsvRecord line : reader) {
      if (line.getFieldCount() > limits.columns() && filled(line) > limits.columns()) {
        throw Refusal.invalid("places.import.refused.columns", limits.columns());
      }
      if (line.getFields().stream().allMatch(String::isBlank)) {
        continue;
      }
      if (++rows > limits.rows()) {
        throw Refusal.invalid("places.import.refused.rows", limits.rows());
      }
      int number = Math.toIntExact(line.getStartingLineNumber()) + skippedLines;
      List<String> cells =
          line.getFields().subList(0, Math.min(line.getFieldCount(), limits.columns()));
      if (!taker.take(new SheetRow(number, cells))) {
        return;
      }
    }
  }

  private static int filled(CsvRecord line) {
    int last = line.getFieldCount();
    while (last > 0 && line.getField(last - 1).isBlank()) {
      last--;
    }
    return last;
  }
}
