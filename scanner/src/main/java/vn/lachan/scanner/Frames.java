package vn.lachan.scanner;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.EnumMap;
import java.util.Map;

/** Finds a QR code in one frame of a camera. */
final class Frames {
  /** More than any camera's frame that is asked for. */
  static final int PIXELS_MOST = 4_000_000;

  private Frames() {}

  /**
   * The text of the code in a grey picture, or an empty text where none can be read.
   *
   * @param luminances row by row, one byte a pixel
   */
  static String decode(byte[] luminances, int width, int height) {
    var source =
        new PlanarYUVLuminanceSource(luminances, width, height, 0, 0, width, height, false);
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(new HybridBinarizer(source)), hints())
          .getText();
    } catch (ReaderException nothing) {
      return "";
    }
  }

  /** Without the character set, ZXing guesses one, for which TeaVM lacks the tables. */
  private static Map<DecodeHintType, Object> hints() {
    Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
    hints.put(DecodeHintType.CHARACTER_SET, "UTF-8");
    hints.put(DecodeHintType.TRY_HARDER, true);
    return hints;
  }
}
