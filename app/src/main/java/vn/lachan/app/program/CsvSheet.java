package vn.lachan.app.program;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.SafeCell;

/**
 * Writes a table as CSV (RFC 4180, UTF-8 with a byte order mark, by which Excel tells the encoding)
 * while its rows are read. What holds a sign at which spreadsheets split, in any country, is
 * quoted. Dates and times are written as on pages; a text that a spreadsheet would compute gets an
 * apostrophe; a number stays a number, also below zero.
 */
public final class CsvSheet implements AutoCloseable {
  /** Excel splits at semicolons where a comma is the decimal sign, as in Vietnam. */
  private static final String SPLITTING = ";\t|";

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final CsvWriter csv;
  private final Formats formats;

  private CsvSheet(CsvWriter csv, Formats formats) {
    this.csv = csv;
    this.formats = formats;
  }

  /** Opens the table with its header; {@link #close} closes the stream too. */
  public static CsvSheet open(OutputStream out, List<String> columns, Formats formats) {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      writer.write(BYTE_ORDER_MARK);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    var sheet = new CsvSheet(CsvWriter.builder().quoteStrategy(quotes()).build(writer), formats);
    sheet.row(columns);
    return sheet;
  }

  /** Writes a row of texts, numbers, dates, instants, booleans or nulls (an empty cell). */
  public void row(List<? extends @Nullable Object> values) {
    csv.writeRecord(values.stream().map(this::text).toList());
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Commas, quotes and line breaks are quoted in any case. */
  private static QuoteStrategy quotes() {
    return new QuoteStrategy() {
      @Override
      public boolean quoteValue(int line, int field, String value) {
        return value.chars().anyMatch(sign -> SPLITTING.indexOf(sign) >= 0);
      }
    };
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day -> formats.date(day);
      case Instant at -> formats.dateTime(at);
      case Number number -> number.toString();
      default -> SafeCell.of(value.toString());
    };
  }
}
