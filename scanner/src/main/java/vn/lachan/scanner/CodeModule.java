package vn.lachan.scanner;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.SignedCode;

/** {@code code.mjs}: completes a device's own code and draws it, also without network. */
public final class CodeModule {
  /** White around the code, as the standard asks. */
  private static final int QUIET_MODULES = 4;

  private static final int ASCII_LETTERS = 128;

  private CodeModule() {}

  /**
   * What the device signs to show its code in that half minute since 1970, as base64url; empty
   * where the text is no code of a device.
   */
  @JSExport
  public static String toProve(String token, double halfMinute) {
    SignedCode code = device(token);
    return code == null
        ? ""
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(code.bytesToProve((long) halfMinute));
  }

  /** The text to show, with that signature as base64url; empty where anything is wrong. */
  @JSExport
  public static String proved(String token, double halfMinute, String signature) {
    SignedCode code = device(token);
    if (code == null) {
      return "";
    }
    try {
      return code.proved((long) halfMinute, Base64.getUrlDecoder().decode(signature)).text();
    } catch (IllegalArgumentException notOne) {
      return "";
    }
  }

  /** The last day of a code, counted from 1970-01-01 in Vietnam; -1 where the text is none. */
  @JSExport
  public static int lastDay(String token) {
    return SignedCode.parse(token) instanceof Reading.Accepted<SignedCode>(SignedCode code)
        ? code.lastDay()
        : -1;
  }

  /** A QR code as its size, a blank, and the path for an SVG of that size; empty where too long. */
  @JSExport
  public static String qr(String text) {
    try {
      Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
      // Plain letters need no mark of their alphabet, which not every reader knows.
      if (!text.chars().allMatch(letter -> letter < ASCII_LETTERS)) {
        hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
      }
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
      return modules.getWidth() + 2 * QUIET_MODULES + " " + path(modules);
    } catch (WriterException tooLong) {
      return "";
    }
  }

  private static String path(ByteMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < modules.getHeight(); row++) {
      int column = 0;
      while (column < modules.getWidth()) {
        int from = column;
        while (column < modules.getWidth() && modules.get(column, row) == 1) {
          column++;
        }
        if (column > from) {
          int length = column - from;
          path.append('M').append(from + QUIET_MODULES).append(' ').append(row + QUIET_MODULES);
          path.append('h').append(length).append("v1h-").append(length).append('z');
        }
        column++;
      }
    }
    return path.toString();
  }

  private static @Nullable SignedCode device(String token) {
    return SignedCode.parse(token) instanceof Reading.Accepted<SignedCode>(SignedCode code)
            && code.kind() == SignedCode.Kind.DEVICE
        ? code
        : null;
  }
}
