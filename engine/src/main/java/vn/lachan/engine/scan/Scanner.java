package vn.lachan.engine.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a scanned or typed text is. It answers for every text and throws for none; what cannot
 * be accepted is {@link Refused} with the reason that helps most: a text that is nearly a code is
 * refused as that code.
 */
public final class Scanner {
  /** Longer than any code a gate meets; the longest, a card of the newest kind, is about 500. */
  public static final int TEXT_LIMIT = 2_000;

  /** A typed text up to this many symbols is taken for a place code, right or wrong. */
  private static final int NEARLY_PLACE_CODE = PlaceCode.LENGTH + 4;

  private static final int SHORTEST_PLACE_ATTEMPT = 4;

  private Scanner() {}

  public static Scanned read(String text, ScanPorts ports) {
    if (text.length() > TEXT_LIMIT) {
      return Refused.because(RefusalCode.TEXT_TOO_LONG, TEXT_LIMIT);
    }
    String trimmed = TextCleaning.trim(text);
    if (trimmed.isEmpty()) {
      return Refused.because(RefusalCode.NOTHING_SCANNED);
    }
    if (SignedCode.begins(trimmed)) {
      return scannedSigned(SignedCode.parse(trimmed));
    }
    if (trimmed.indexOf('|') >= 0) {
      return readFields(Fields.split(trimmed, '|'), ports);
    }
    Scanned address = WebAddress.read(trimmed);
    return address != null ? address : readBare(trimmed);
  }

  static Scanned scanned(Reading<PlaceCode> reading) {
    return switch (reading) {
      case Reading.Accepted<PlaceCode>(PlaceCode code) -> new PlaceCodeScan(code);
      case Reading.Rejected<PlaceCode>(Refused refused) -> refused;
    };
  }

  static Scanned scannedPerson(Reading<PersonalCode> reading) {
    return switch (reading) {
      case Reading.Accepted<PersonalCode>(PersonalCode code) -> new PersonalCodeScan(code);
      case Reading.Rejected<PersonalCode>(Refused refused) -> refused;
    };
  }

  private static Scanned scannedSigned(Reading<SignedCode> reading) {
    return switch (reading) {
      case Reading.Accepted<SignedCode>(SignedCode code)
          when code.kind() == SignedCode.Kind.DEVICE && !code.isProved() ->
          Refused.because(RefusalCode.SIGNED_CODE_PROOF_MISSING);
      case Reading.Accepted<SignedCode>(SignedCode code) -> code;
      case Reading.Rejected<SignedCode>(Refused refused) -> refused;
    };
  }

  private static Scanned readFields(List<String> fields, ScanPorts ports) {
    if (InsuranceCardReader.recognises(fields)) {
      return InsuranceCardReader.read(fields, ports);
    }
    return NationalCodeReader.recognises(fields)
        ? NationalCodeReader.read(fields, ports)
        : CitizenCardReader.read(fields, ports);
  }

  /** A good place code first: it is the only kind of 8 symbols, digits alone included. */
  private static Scanned readBare(String text) {
    Reading<PlaceCode> place = PlaceCode.parse(text);
    if (place instanceof Reading.Accepted<PlaceCode>) {
      return scanned(place);
    }
    if (PersonalCode.endOfPrefix(text) >= 0) {
      return scannedPerson(PersonalCode.parse(text));
    }
    Scanned number = readNumber(text);
    if (number != null) {
      return number;
    }
    return isNearlyPlaceCode(text) ? scanned(place) : Refused.because(RefusalCode.TEXT_UNKNOWN);
  }

  /** A text that begins as numbers do and is mostly digits; null for any other. */
  private static @Nullable Scanned readNumber(String text) {
    int digits = 0;
    int others = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (TextCleaning.isDigit(character)) {
        digits++;
      } else if (!PhoneNumberReader.isSeparator(character) && character != '+') {
        others++;
      }
    }
    boolean begins = text.startsWith("+") || text.startsWith("(") || text.startsWith("0");
    boolean mostlyDigits = begins ? digits > 2 * others : others == 0 && digits > 0;
    if (!mostlyDigits || (!begins && digits <= PlaceCode.LENGTH)) {
      return null;
    }
    if (others == 0 && digits == CitizenNumber.LENGTH && !isInternational(text)) {
      return scannedNumber(CitizenNumber.parse(text));
    }
    Scanned phone = scannedPhone(PhoneNumber.parse(text));
    return digits == PlaceCode.LENGTH && !isTooShort(phone) ? null : phone;
  }

  /** 12 digits are a phone where they begin with the country code, else a citizen number. */
  private static boolean isInternational(String text) {
    return text.indexOf('+') >= 0
        || text.startsWith(PhoneNumber.COUNTRY)
        || text.startsWith("00" + PhoneNumber.COUNTRY);
  }

  /** Eight digits are a phone cut short only where they begin as one; else a wrong place code. */
  private static boolean isTooShort(Scanned scanned) {
    return scanned instanceof Refused refused && refused.code() == RefusalCode.PHONE_TOO_SHORT;
  }

  private static Scanned scannedNumber(Reading<CitizenNumber> reading) {
    return switch (reading) {
      case Reading.Accepted<CitizenNumber>(CitizenNumber number) -> new CitizenNumberScan(number);
      case Reading.Rejected<CitizenNumber>(Refused refused) -> refused;
    };
  }

  private static Scanned scannedPhone(Reading<PhoneNumber> reading) {
    return switch (reading) {
      case Reading.Accepted<PhoneNumber>(PhoneNumber phone) -> phone;
      case Reading.Rejected<PhoneNumber>(Refused refused) -> refused;
    };
  }

  /** About as many symbols as a code has; or exactly as many, one of them impossible. */
  private static boolean isNearlyPlaceCode(String text) {
    int symbols = 0;
    int others = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (Base32.symbolMeantBy(character) != 0) {
        symbols++;
      } else if (!TextCleaning.isSeparator(character)) {
        others++;
      }
    }
    return others == 0
        ? symbols >= SHORTEST_PLACE_ATTEMPT && symbols <= NEARLY_PLACE_CODE
        : others == 1 && symbols + others == PlaceCode.LENGTH;
  }
}
