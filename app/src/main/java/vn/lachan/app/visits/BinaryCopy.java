package vn.lachan.app.visits;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, which the server stores without parsing texts. Times are
 * given in epoch seconds and sent as microseconds since 2000.
 */
final class BinaryCopy {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final long EPOCH_2000 = 946_684_800;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int ROW_BYTES_MOST = 512;

  private final CopyIn copy;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  BinaryCopy(CopyIn copy) {
    this.copy = copy;
    buffer.put(HEADER).putInt(0).putInt(0);
  }

  void row(int columns) throws SQLException {
    if (buffer.remaining() < ROW_BYTES_MOST) {
      flush();
    }
    buffer.putShort((short) columns);
  }

  void bigint(long value) {
    buffer.putInt(8).putLong(value);
  }

  void integer(int value) {
    buffer.putInt(4).putInt(value);
  }

  void smallint(int value) {
    buffer.putInt(2).putShort((short) value);
  }

  void truth(boolean value) {
    buffer.putInt(1).put((byte) (value ? 1 : 0));
  }

  void time(long epochSecond) {
    bigint((epochSecond - EPOCH_2000) * 1_000_000);
  }

  long end() throws SQLException {
    buffer.putShort((short) -1);
    flush();
    return copy.endCopy();
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
