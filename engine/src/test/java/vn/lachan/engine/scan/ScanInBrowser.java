package vn.lachan.engine.scan;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;

/** What {@link BrowserCompilationTests} compiles: an entry that reaches all of the package. */
final class ScanInBrowser {
  private static final ScanPorts PORTS = ScanInBrowser::compose;

  private ScanInBrowser() {}

  /** Everything that can be read of one text, as one line; the JVM must give the same. */
  @JSExport
  public static String read(String text) {
    return answers(text, PORTS);
  }

  static String answers(String text, ScanPorts ports) {
    return Outcome.of(Scanner.read(text, ports))
        + written(text, ports)
        + " / "
        + answer(PersonName.parse(text, ports))
        + " / "
        + answer(PhoneNumber.parse(text))
        + " / "
        + answer(CitizenNumber.parse(text))
        + " / "
        + PlaceCode.fromRandom(text.hashCode() * 0x9E37_79B9_7F4AL).shown()
        + " / "
        + PersonalCode.fromRandom(text.hashCode(), text.length()).shown();
  }

  /** A national code written again, and a signed one made and read. */
  private static String written(String text, ScanPorts ports) {
    if (Scanner.read(text, ports) instanceof NationalCode code) {
      return " " + code.maskedText() + code.wholeText();
    }
    SignedCode code =
        new CodeToSign(
                text.hashCode(),
                PersonalCode.fromRandom(text.hashCode(), text.length()),
                text.hashCode(),
                ~(long) text.hashCode(),
                text.length(),
                CodeToSign.DAY_MOST,
                new byte[0])
            .signed(new byte[SignedCode.SIGNATURE_BYTES]);
    return " " + code.text() + Outcome.of(Scanner.read(code.text(), ports)) + code.lapseAt(0);
  }

  private static String answer(Reading<?> reading) {
    return switch (reading) {
      case Reading.Accepted<?>(PersonName name) -> name.key() + " " + name.masked();
      case Reading.Accepted<?>(PhoneNumber phone) -> phone.national() + " " + phone.masked();
      case Reading.Accepted<?>(CitizenNumber number) -> number.masked() + " " + number.birthYear();
      case Reading.Accepted<?> other -> other.toString();
      case Reading.Rejected<?>(Refused refused) -> Outcome.of(refused);
    };
  }

  @JSBody(params = "text", script = "return text.normalize('NFC');")
  private static native String compose(String text);
}
