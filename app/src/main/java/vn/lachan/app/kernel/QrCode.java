package vn.lachan.app.kernel;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code (ISO/IEC 18004): its squares for paper, or one SVG path for a page. */
public final class QrCode {
  /** White squares that the standard wants on each side. */
  public static final int QUIET_MODULES = 4;

  private static final int ASCII_LETTERS = 128;

  private final ByteMatrix matrix;

  private QrCode(ByteMatrix matrix) {
    this.matrix = matrix;
  }

  /** How much of a code may be lost before it cannot be read, by the standard's names. */
  public enum Level {
    /** About 15 %: screens and clean paper. */
    MEDIUM(ErrorCorrectionLevel.M),
    /** About 25 %: what hangs at a gate may be torn, stained or covered. */
    QUARTILE(ErrorCorrectionLevel.Q);

    private final ErrorCorrectionLevel level;

    Level(ErrorCorrectionLevel level) {
      this.level = level;
    }
  }

  /**
   * @throws IllegalArgumentException when the text is longer than a QR code holds
   */
  public static QrCode of(String text, Level level) {
    try {
      // Plain letters are written without a mark of their alphabet, which not every reader knows.
      boolean plain = text.chars().allMatch(letter -> letter < ASCII_LETTERS);
      Map<EncodeHintType, ?> hints =
          plain ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      return new QrCode(Encoder.encode(text, level.level, hints).getMatrix());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("A text too long for a QR code", tooLong);
    }
  }

  /** Squares on a side, without the white rim. */
  public int modules() {
    return matrix.getWidth();
  }

  public boolean isDark(int column, int row) {
    return matrix.get(column, row) == 1;
  }

  /** Squares on a side with the white rim: the view box of {@link #path}. */
  public int size() {
    return modules() + 2 * QUIET_MODULES;
  }

  /** One SVG path over all dark squares, a unit a square. */
  public String path() {
    var path = new StringBuilder();
    for (int row = 0; row < modules(); row++) {
      for (int column = 0; column < modules(); column++) {
        if (isDark(column, row)) {
          path.append('M')
              .append(column + QUIET_MODULES)
              .append(' ')
              .append(row + QUIET_MODULES)
              .append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
