package vn.lachan.engine.scan;

/**
 * The code of a place, as printed on its poster: 7 random symbols (35 bits) and a check symbol,
 * from digits and capital letters without I, L, O and U. The check finds every single wrong symbol
 * and every exchange of two. The constructor takes only the one stored spelling and fails on any
 * other; what people write goes through {@link #parse}.
 *
 * @param symbols 8 symbols, no hyphen
 */
public record PlaceCode(String symbols) {
  public static final int LENGTH = 8;
  private static final CodeShape SHAPE =
      new CodeShape(
          LENGTH,
          7,
          RefusalCode.PLACE_CODE_TOO_SHORT,
          RefusalCode.PLACE_CODE_TOO_LONG,
          RefusalCode.PLACE_CODE_CHARACTER_ILLEGAL,
          RefusalCode.PLACE_CODE_CHECK_WRONG);

  public PlaceCode {
    if (symbols.length() != LENGTH || !Base32.isWhole(symbols, SHAPE.constant())) {
      throw new IllegalArgumentException("Not the stored spelling of a place code");
    }
  }

  /** The code with the lowest 35 of the given bits; the caller brings the randomness. */
  public static PlaceCode fromRandom(long bits) {
    String data = Base32.symbolsOf(bits, LENGTH - 1);
    return new PlaceCode(Base32.withCheck(data, SHAPE.constant()));
  }

  /** Reads any case, blanks and hyphens anywhere, O for 0, I and L for 1. */
  public static Reading<PlaceCode> parse(String text) {
    return switch (SHAPE.read(text)) {
      case Reading.Accepted<String>(String symbols) ->
          new Reading.Accepted<>(new PlaceCode(symbols));
      case Reading.Rejected<String>(Refused refused) -> new Reading.Rejected<>(refused);
    };
  }

  /** As people see it: XXXX-XXXX. */
  public String shown() {
    return SHAPE.group(symbols);
  }
}
