package vn.lachan.engine.scan;

/**
 * A Vietnamese mobile or fixed number in international form without the plus sign: 84 and nine
 * digits (mobile) or ten (fixed, area code first). Which operator holds it, and whether it exists,
 * is not known here. It is personal data: {@link #toString} shows the masked form.
 *
 * @param digits such as 84912345678
 */
public record PhoneNumber(String digits) implements Scanned {
  static final String COUNTRY = "84";
  static final int MOBILE_DIGITS = 9;
  static final int FIXED_DIGITS = 10;

  public PhoneNumber {
    if (!TextCleaning.isDigits(digits)
        || !digits.startsWith(COUNTRY)
        || !isNational(digits.substring(COUNTRY.length()))) {
      throw new IllegalArgumentException("Not the stored spelling of a phone number");
    }
  }

  /**
   * Reads 0…, 84…, +84… and 0084… with blanks, dots, hyphens and brackets; an eleven-digit mobile
   * number from before the plan of 2018 becomes today's.
   */
  public static Reading<PhoneNumber> parse(String text) {
    return PhoneNumberReader.read(text);
  }

  /** As dialled inside the country: 0912345678. */
  public String national() {
    return "0" + digits.substring(COUNTRY.length());
  }

  public boolean isMobile() {
    return digits.length() == COUNTRY.length() + MOBILE_DIGITS;
  }

  /** For lists: 091***5678. */
  public String masked() {
    String national = national();
    return national.substring(0, 3) + "***" + national.substring(national.length() - 4);
  }

  @Override
  public String toString() {
    return masked();
  }

  /** True for the digits after the country code of a number in today's plan. */
  static boolean isNational(String national) {
    return switch (national.length()) {
      case MOBILE_DIGITS -> startsMobile(national);
      case FIXED_DIGITS -> startsFixed(national);
      default -> false;
    };
  }

  static boolean startsMobile(String national) {
    return "35789".indexOf(national.charAt(0)) >= 0;
  }

  static boolean startsFixed(String national) {
    return national.charAt(0) == '2';
  }
}
