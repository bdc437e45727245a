package vn.lachan.app.paper;

import java.util.Optional;

/**
 * The serial of a sheet: the number of its pad, its position in three digits, and a check digit by
 * Damm's quasigroup, which notices every single wrong digit and every two neighbours exchanged.
 * Eleven digits and nothing else, so that a reader that types is not disturbed by a Vietnamese
 * keyboard, and so that it is no phone number and no citizen number.
 */
record Serial(long number) {
  static final int DIGITS = 11;

  private static final int POSITIONS = 1_000;

  private static final String[] TABLE = {
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790"
  };

  static Serial of(long pad, int position) {
    long plain = pad * POSITIONS + position;
    return new Serial(plain * 10 + checkDigit(Long.toString(plain)));
  }

  /** Empty where it is not eleven digits, or not any serial. */
  static Optional<Serial> parse(String typed) {
    String digits = typed.replaceAll("[\\s.\\-]", "");
    return digits.matches("\\d{" + DIGITS + "}") && checkDigit(digits) == 0
        ? Optional.of(new Serial(Long.parseLong(digits)))
        : Optional.empty();
  }

  /** As it stands in the code and in a declaration. */
  String digits() {
    return Long.toString(number);
  }

  /** As people read it: "1000001 014 5". */
  String shown() {
    return shown(number);
  }

  static String shown(long number) {
    String digits = Long.toString(number);
    int end = digits.length();
    return digits.substring(0, end - 4)
        + " "
        + digits.substring(end - 4, end - 1)
        + " "
        + digits.substring(end - 1);
  }

  private static int checkDigit(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = TABLE[interim].charAt(digits.charAt(i) - '0') - '0';
    }
    return interim;
  }
}
