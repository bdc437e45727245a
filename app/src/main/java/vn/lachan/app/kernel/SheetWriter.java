package vn.lachan.app.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one sheet of an XLSX workbook (ECMA-376) while its rows are read, so that a long list
 * never stands in memory. The header is bold and stays in view; a text is always a text, never a
 * formula; numbers and dates keep their type, times are those of the given zone.
 */
public final class SheetWriter implements AutoCloseable {
  /** The format's own limit less the header. */
  public static final int MOST_ROWS = 1_048_575;

  private static final int ROWS_A_FLUSH = 500;
  private static final int CELL_LETTERS = 32_000;
  private static final int TITLE_LETTERS = 31;
  private static final int NARROWEST = 10;
  private static final int WIDEST = 48;

  private final Workbook book;
  private final Worksheet sheet;
  private final ZoneId zone;
  private int row;

  private SheetWriter(OutputStream out, String title, ZoneId zone) {
    this.book = new Workbook(out, "LaChan", null);
    this.sheet = book.newWorksheet(title(title));
    this.zone = zone;
  }

  /** Opens the sheet with its header. The stream is finished by {@link #close} but not closed. */
  public static SheetWriter open(
      OutputStream out, String title, List<String> columns, ZoneId zone) {
    var writer = new SheetWriter(out, title, zone);
    for (int column = 0; column < columns.size(); column++) {
      writer.sheet.value(0, column, columns.get(column));
      writer.sheet.style(0, column).bold().wrapText(true).set();
    }
    writer.sheet.freezePane(0, 1);
    writer.row = 1;
    return writer;
  }

  /**
   * Column widths in letters, from the left; before the first flush, that is with the first rows.
   */
  public SheetWriter widths(List<Integer> letters) {
    for (int column = 0; column < letters.size(); column++) {
      sheet.width(column, Math.clamp(letters.get(column), NARROWEST, WIDEST));
    }
    return this;
  }

  /**
   * Writes a row of texts, numbers, dates, instants, booleans or nulls (an empty cell).
   *
   * @throws Refusal {@code kernel.sheet.too-long} beyond the format's own limit
   */
  public void row(List<? extends @Nullable Object> values) {
    if (row > MOST_ROWS) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, "kernel.sheet.too-long", MOST_ROWS);
    }
    for (int column = 0; column < values.size(); column++) {
      cell(column, values.get(column));
    }
    row++;
    if (row % ROWS_A_FLUSH == 0) {
      flush();
    }
  }

  @Override
  public void close() {
    try {
      book.finish();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(row, column, truth);
      case Number number -> sheet.value(row, column, number);
      case LocalDate date -> date(column, date);
      case Instant instant -> time(column, LocalDateTime.ofInstant(instant, zone));
      default -> sheet.value(row, column, text(value.toString()));
    }
  }

  private void date(int column, LocalDate date) {
    sheet.value(row, column, date);
    sheet.style(row, column).format("dd/mm/yyyy").set();
  }

  private void time(int column, LocalDateTime time) {
    sheet.value(row, column, time);
    sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** XML 1.0 has no control characters, and a cell has a longest text. */
  private static String text(String text) {
    String clean = text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "");
    return clean.length() <= CELL_LETTERS ? clean : clean.substring(0, CELL_LETTERS);
  }

  private static String title(String title) {
    String clean = title.replaceAll("[\\[\\]*/\\\\?:\\p{Cc}]", " ").strip();
    return clean.length() <= TITLE_LETTERS ? clean : clean.substring(0, TITLE_LETTERS);
  }
}
