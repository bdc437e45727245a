package vn.lachan.engine.scan;

import org.jspecify.annotations.Nullable;

/**
 * A person's own code: the prefix {@value #PREFIX}, 15 random symbols (75 bits) and a check symbol.
 * Who holds it can be checked in as that person, so it is personal data: {@link #toString} hides
 * it. The constructor takes only the stored spelling; what people write goes through {@link
 * #parse}.
 *
 * @param symbols the 16 symbols after the prefix, no hyphen
 */
public record PersonalCode(String symbols) {
  public static final String PREFIX = "LC1P";
  public static final int LENGTH = 16;

  /** Bytes of the binary form: five spare bits, then the 15 symbols without their check. */
  static final int BYTES = 10;

  private static final int HALF_BYTES = BYTES / 2;
  private static final int HALF_SYMBOLS = 8;
  private static final char SPARE = '0';

  /** The prefix as tolerant reading spells it: its L could be meant as a 1. */
  static final String PREFIX_READ = "1C1P";

  private static final int FIRST_SYMBOLS = 8;
  private static final CodeShape SHAPE =
      new CodeShape(
          LENGTH,
          19,
          RefusalCode.PERSONAL_CODE_TOO_SHORT,
          RefusalCode.PERSONAL_CODE_TOO_LONG,
          RefusalCode.PERSONAL_CODE_CHARACTER_ILLEGAL,
          RefusalCode.PERSONAL_CODE_CHECK_WRONG);

  public PersonalCode {
    if (symbols.length() != LENGTH || !Base32.isWhole(symbols, SHAPE.constant())) {
      throw new IllegalArgumentException("Not the stored spelling of a personal code");
    }
  }

  /** The code with the lowest 40 bits of the first and the lowest 35 of the second argument. */
  public static PersonalCode fromRandom(long first, long second) {
    String data =
        Base32.symbolsOf(first, FIRST_SYMBOLS)
            + Base32.symbolsOf(second, LENGTH - 1 - FIRST_SYMBOLS);
    return new PersonalCode(Base32.withCheck(data, SHAPE.constant()));
  }

  /** The code of its binary form, or null where the spare bits before it are not zero. */
  static @Nullable PersonalCode ofBytes(byte[] bytes) {
    long first = 0;
    long second = 0;
    for (int index = 0; index < HALF_BYTES; index++) {
      first = first << 8 | (bytes[index] & 0xFF);
      second = second << 8 | (bytes[HALF_BYTES + index] & 0xFF);
    }
    String spared = Base32.symbolsOf(first, HALF_SYMBOLS) + Base32.symbolsOf(second, HALF_SYMBOLS);
    return spared.charAt(0) == SPARE
        ? new PersonalCode(Base32.withCheck(spared.substring(1), SHAPE.constant()))
        : null;
  }

  /**
   * Reads any case, blanks and hyphens anywhere, O for 0, I and L for 1; the prefix is required.
   */
  public static Reading<PersonalCode> parse(String text) {
    int start = endOfPrefix(text);
    if (start < 0) {
      return Reading.refuse(RefusalCode.PERSONAL_CODE_PREFIX_MISSING);
    }
    return switch (SHAPE.read(text.substring(start))) {
      case Reading.Accepted<String>(String symbols) ->
          new Reading.Accepted<>(new PersonalCode(symbols));
      case Reading.Rejected<String>(Refused refused) -> new Reading.Rejected<>(refused);
    };
  }

  /** As stored in a QR: prefix and symbols without hyphens. */
  public String text() {
    return PREFIX + symbols;
  }

  /** The binary form inside a signed code. */
  byte[] bytes() {
    String spared = SPARE + symbols.substring(0, LENGTH - 1);
    byte[] bytes = new byte[BYTES];
    SignedCode.write(bytes, 0, HALF_BYTES, Base32.bitsOf(spared.substring(0, HALF_SYMBOLS)));
    SignedCode.write(bytes, HALF_BYTES, HALF_BYTES, Base32.bitsOf(spared.substring(HALF_SYMBOLS)));
    return bytes;
  }

  /** As people see it: LC1P-XXXX-XXXX-XXXX-XXXX. */
  public String shown() {
    return PREFIX + "-" + SHAPE.group(symbols);
  }

  @Override
  public String toString() {
    return PREFIX + "-***";
  }

  /** The index after the prefix, or -1 where the text does not begin with it. */
  static int endOfPrefix(String text) {
    int matched = 0;
    for (int index = 0; index < text.length(); index++) {
      char written = text.charAt(index);
      if (TextCleaning.isSeparator(written)) {
        continue;
      }
      if (Base32.symbolMeantBy(written) != PREFIX_READ.charAt(matched)) {
        return -1;
      }
      if (++matched == PREFIX_READ.length()) {
        return index + 1;
      }
    }
    return -1;
  }
}
