package vn.lachan.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes visits as comma-separated lines with the heading {@value #HEADING}; times are seconds
 * since 1970, an unknown departure is empty. It makes no text object a visit, as files have tens of
 * millions of lines. A failing stream ends it with {@link UncheckedIOException}.
 */
public final class VisitsCsv implements VisitVisitor {
  public static final String HEADING = "person,place,entered_at,left_at";

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_LINE_BYTES = 4 * 21;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] digits = new byte[20];
  private int filled;
  private long written;

  public VisitsCsv(OutputStream out) {
    this.out = out;
    byte[] heading = (HEADING + "\n").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(heading, 0, buffer, 0, heading.length);
    filled = heading.length;
  }

  @Override
  public void visit(int person, int place, long enteredAt, long leftAt, byte capture) {
    if (filled > BUFFER_BYTES - LONGEST_LINE_BYTES) {
      flush();
    }
    number(person, ',');
    number(place, ',');
    number(enteredAt, ',');
    if (leftAt == UNKNOWN) {
      buffer[filled++] = '\n';
    } else {
      number(leftAt, '\n');
    }
    written++;
  }

  /** Hands what is buffered to the stream. */
  public void flush() {
    try {
      out.write(buffer, 0, filled);
      filled = 0;
    } catch (IOException e) {
      throw new UncheckedIOException("visits could not be written", e);
    }
  }

  public long written() {
    return written;
  }

  /** Writes a number, digits first, then what separates it from the next. */
  private void number(long value, char after) {
    if (value < 0) {
      buffer[filled++] = '-';
    }
    long rest = Math.abs(value);
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    while (count > 0) {
      buffer[filled++] = digits[--count];
    }
    buffer[filled++] = (byte) after;
  }
}
