package vn.lachan.scanner;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Uint8Array;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.Refused;
import vn.lachan.engine.scan.ScanPorts;
import vn.lachan.engine.scan.Scanner;

/** {@code scan.mjs}: from a camera's frame to a text, and from a text to what it means. */
public final class ScanModule {
  private static final ScanPorts PORTS = ScanModule::compose;

  private ScanModule() {}

  /**
   * The text of the QR code in a grey picture, empty where none can be read.
   *
   * @param grey row by row, one byte a pixel
   */
  @JSExport
  public static String decode(Uint8Array grey, int width, int height) {
    if (width <= 0 || height <= 0 || width > Frames.PIXELS_MOST / height) {
      return "";
    }
    byte[] luminances = new byte[width * height];
    int known = Math.min(luminances.length, grey.getLength());
    for (int index = 0; index < known; index++) {
      luminances[index] = (byte) grey.get(index);
    }
    return Frames.decode(luminances, width, height);
  }

  /** What a scanned or typed text means, as JSON; see {@link Meaning}. */
  @JSExport
  public static String read(String text) {
    return Meaning.of(Scanner.read(text, PORTS));
  }

  /** Whether this can be a name, as JSON: accepted, or the code of the refusal. */
  @JSExport
  public static String readName(String text) {
    return switch (PersonName.parse(text, PORTS)) {
      case Reading.Accepted<PersonName> _ -> new JsonText().put("accepted", true).end();
      case Reading.Rejected<PersonName>(Refused refused) -> Meaning.of(refused);
    };
  }

  @JSBody(params = "text", script = "return text.normalize('NFC');")
  private static native String compose(String text);
}
