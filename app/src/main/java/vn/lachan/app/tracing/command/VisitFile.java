package vn.lachan.app.tracing.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.VisitRows;

/** Reads a file of visits line by line into columns; what is wrong is told with its line number. */
final class VisitFile {
  private static final long LONGEST_STAY_SECONDS = 24 * 60 * 60;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final List<String> COLUMNS = List.of("person", "place", "entered_at", "left_at");

  private final Times times;
  private final Messages messages;
  private final LineErrors errors;
  private final @Nullable Integer dwellMinutes;
  private final Names persons = new Names();
  private final Names places = new Names();
  private final VisitRows rows = new VisitRows();
  private final int[] columns = new int[COLUMNS.size()];
  private int fewestFields;

  VisitFile(Times times, Messages messages, @Nullable Integer dwellMinutes) {
    this.times = times;
    this.messages = messages;
    this.dwellMinutes = dwellMinutes;
    errors = new LineErrors(messages);
  }

  /** Reads all of it, or throws a {@link TraceFailure} that tells every error. */
  void read(String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw failure("no-file", file);
    }
    try (var csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(open(path))) {
      read(file, csv.iterator());
    } catch (IOException | UncheckedIOException e) {
      throw failure(isCoding(e) ? "not-utf8" : "unreadable", file);
    } catch (CsvParseException e) {
      throw failure("not-csv", file, String.valueOf(e.getMessage()));
    }
    errors.throwIfAny();
    numberPersonsByName();
  }

  Names persons() {
    return persons;
  }

  Names places() {
    return places;
  }

  VisitRows rows() {
    return rows;
  }

  private static Reader open(Path path) throws IOException {
    var bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    bytes.mark(3);
    boolean byteOrderMark = bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF;
    if (!byteOrderMark) {
      bytes.reset();
    }
    return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
  }

  private void read(String file, Iterator<CsvRecord> lines) {
    if (!lines.hasNext()) {
      throw failure("empty-file", file);
    }
    readHeader(lines.next());
    while (lines.hasNext()) {
      readLine(lines.next());
    }
  }

  /**
   * The engine settles ties by the smaller person number; that must not depend on the row order.
   */
  private void numberPersonsByName() {
    int[] newNumbers = persons.sort();
    rows.renumberPersons(number -> newNumbers[Math.toIntExact(number)]);
  }

  private void readHeader(CsvRecord header) {
    List<String> found = header.getFields().stream().map(String::strip).toList();
    List<String> missing = COLUMNS.stream().filter(column -> !found.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw failure("missing-columns", String.join(", ", missing), String.join(", ", found));
    }
    for (int i = 0; i < columns.length; i++) {
      String column = COLUMNS.get(i);
      columns[i] = found.indexOf(column);
      if (found.lastIndexOf(column) != columns[i]) {
        throw failure("column-twice", column);
      }
      fewestFields = Math.max(fewestFields, columns[i] + 1);
    }
  }

  private void readLine(CsvRecord line) {
    long number = line.getStartingLineNumber();
    if (line.getFieldCount() < fewestFields) {
      errors.add(number, "few-fields", line.getFieldCount(), fewestFields);
      return;
    }
    String person = line.getField(columns[0]).strip();
    String place = line.getField(columns[1]).strip();
    if (person.isEmpty() || place.isEmpty()) {
      errors.add(number, "empty-field", COLUMNS.get(person.isEmpty() ? 0 : 1));
      return;
    }
    String enteredText = line.getField(columns[2]).strip();
    String leftText = line.getField(columns[3]).strip();
    long entered = times.time(enteredText);
    if (entered == Times.UNREADABLE) {
      errors.add(number, "bad-time", COLUMNS.get(2), enteredText);
      return;
    }
    long left = leftText.isEmpty() ? inferredDeparture(number, entered) : times.time(leftText);
    if (left == Times.UNREADABLE) {
      if (!leftText.isEmpty()) {
        errors.add(number, "bad-time", COLUMNS.get(3), leftText);
      }
      return;
    }
    if (isStay(number, entered, left, enteredText, leftText)) {
      rows.add(persons.number(person), places.number(place), entered, left, leftText.isEmpty());
    }
  }

  private long inferredDeparture(long line, long entered) {
    if (dwellMinutes == null) {
      errors.add(line, "no-departure");
      return Times.UNREADABLE;
    }
    return entered + dwellMinutes * 60L;
  }

  private boolean isStay(long line, long entered, long left, String enteredText, String leftText) {
    if (left <= entered) {
      errors.add(line, "left-before-entered", leftText, enteredText);
    } else if (left - entered > LONGEST_STAY_SECONDS) {
      errors.add(line, "too-long", enteredText, leftText);
    } else {
      return true;
    }
    return false;
  }

  private static boolean isCoding(Exception e) {
    return e instanceof CharacterCodingException
        || e.getCause() instanceof CharacterCodingException;
  }

  private TraceFailure failure(String key, Object... arguments) {
    return new TraceFailure(TraceFailure.BAD_INPUT, messages.say(key, arguments));
  }
}
