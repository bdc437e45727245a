package vn.lachan.app.places;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * The dark squares of a QR code without its quiet zone. Error correction Q: a quarter of it may be
 * torn, stained or covered.
 */
record QrMatrix(ByteMatrix modules) {
  /** ISO/IEC 18004: four modules of white on each side. */
  static final int QUIET_MODULES = 4;

  static QrMatrix of(String text) {
    try {
      Map<EncodeHintType, ?> hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
      return new QrMatrix(Encoder.encode(text, ErrorCorrectionLevel.Q, hints).getMatrix());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("An address too long for a QR code", tooLong);
    }
  }

  int size() {
    return modules.getWidth();
  }

  boolean isDark(int column, int row) {
    return modules.get(column, row) == 1;
  }

  /** One path over all dark squares, a unit a module, quiet zone included; for inline SVG. */
  String svgPath() {
    var path = new StringBuilder();
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
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
