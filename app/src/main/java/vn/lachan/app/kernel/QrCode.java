package vn.lachan.app.kernel;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) for a page: one SVG path in a square of {@code size} units, four
 * modules of white on each side included. Error correction M, for screens and clean paper.
 */
public record QrCode(int size, String path) {
  private static final int QUIET_MODULES = 4;

  /**
   * @throws IllegalArgumentException when the text is longer than a QR code holds
   */
  public static QrCode of(String text) {
    try {
      Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
      return new QrCode(modules.getWidth() + 2 * QUIET_MODULES, path(modules));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("A text too long for a QR code", tooLong);
    }
  }

  private static String path(ByteMatrix modules) {
    var path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      for (int column = 0; column < modules.getWidth(); column++) {
        if (modules.get(column, row) == 1) {
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
