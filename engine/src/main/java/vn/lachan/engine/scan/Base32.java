package vn.lachan.engine.scan;

/**
 * The 32 symbols of codes (Crockford's choice: digits and letters without I, L, O, U) and the check
 * symbol over them. Symbols are elements of GF(2^5) with polynomial x^5 + x^2 + 1; a whole code
 * d(0) … d(n-1), c satisfies d(0)·a^n + … + d(n-1)·a + c = constant, where a is the element 2,
 * which generates all 31 non-zero elements. The weights are distinct and not zero for up to 30 data
 * symbols, so every wrong symbol and every exchange of any two different symbols is found. A
 * constant of its own for each kind of code keeps a row of zeros from being valid.
 */
final class Base32 {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int SIZE = 1 << BITS;
  private static final int POLYNOMIAL = 0b100101;
  private static final int ILLEGAL = -1;

  private Base32() {}

  /** The symbol meant by what a person wrote: any case, O for 0, I and L for 1; else 0 char. */
  static char symbolMeantBy(char written) {
    char upper = TextCleaning.upperAscii(written);
    char meant =
        switch (upper) {
          case 'O' -> '0';
          case 'I', 'L' -> '1';
          default -> upper;
        };
    return valueOf(meant) == ILLEGAL ? 0 : meant;
  }

  /** The lowest {@code 5 * count} bits as symbols, highest first. */
  static String symbolsOf(long bits, int count) {
    StringBuilder symbols = new StringBuilder(count);
    for (int shift = BITS * (count - 1); shift >= 0; shift -= BITS) {
      symbols.append(SYMBOLS.charAt((int) (bits >>> shift) & (SIZE - 1)));
    }
    return symbols.toString();
  }

  /** The bits of at most 12 symbols, the first highest. */
  static long bitsOf(String symbols) {
    long bits = 0;
    for (int index = 0; index < symbols.length(); index++) {
      bits = bits << BITS | valueOf(symbols.charAt(index));
    }
    return bits;
  }

  static String withCheck(String data, int constant) {
    return data + checkOf(data, data.length(), constant);
  }

  /** True where every character is a symbol and the last is the check of those before it. */
  static boolean isWhole(String code, int constant) {
    for (int index = 0; index < code.length(); index++) {
      if (valueOf(code.charAt(index)) == ILLEGAL) {
        return false;
      }
    }
    int last = code.length() - 1;
    return code.charAt(last) == checkOf(code, last, constant);
  }

  private static char checkOf(String data, int length, int constant) {
    int sum = 0;
    for (int index = 0; index < length; index++) {
      sum = timesGenerator(sum ^ valueOf(data.charAt(index)));
    }
    return SYMBOLS.charAt(sum ^ constant);
  }

  private static int timesGenerator(int element) {
    int doubled = element << 1;
    return doubled < SIZE ? doubled : doubled ^ POLYNOMIAL;
  }

  private static int valueOf(char symbol) {
    return SYMBOLS.indexOf(symbol);
  }
}
