package vn.lachan.engine.scan;

/** Takes a written phone number apart; the steps follow the order of its digits. */
final class PhoneNumberReader {
  /** Longer than any number with separators; more is not read. */
  private static final int TEXT_LIMIT = 40;

  private static final int OLD_MOBILE_DIGITS = 10;

  private PhoneNumberReader() {}

  static Reading<PhoneNumber> read(String written) {
    String text = TextCleaning.trim(written);
    if (text.length() > TEXT_LIMIT) {
      return Reading.refuse(RefusalCode.TEXT_TOO_LONG, TEXT_LIMIT);
    }
    boolean international = false;
    StringBuilder digits = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (TextCleaning.isDigit(character)) {
        digits.append(character);
      } else if (character == '+' && digits.isEmpty() && !international) {
        international = true;
      } else if (!isSeparator(character)) {
        return Reading.refuse(RefusalCode.PHONE_CHARACTER_ILLEGAL, index + 1);
      }
    }
    return readDigits(digits.toString(), international);
  }

  static boolean isSeparator(char character) {
    return character == '.'
        || character == '('
        || character == ')'
        || TextCleaning.isSeparator(character);
  }

  private static Reading<PhoneNumber> readDigits(String digits, boolean international) {
    if (!international && digits.startsWith("00")) {
      return readDigits(digits.substring(2), true);
    }
    if (digits.startsWith(PhoneNumber.COUNTRY)) {
      String national = digits.substring(PhoneNumber.COUNTRY.length());
      return readNational(national.startsWith("0") ? national.substring(1) : national);
    }
    if (international) {
      return Reading.refuse(
          digits.isEmpty() ? RefusalCode.PHONE_PREFIX_UNKNOWN : RefusalCode.PHONE_NOT_VIETNAMESE);
    }
    if (digits.startsWith("0")) {
      return readNational(digits.substring(1));
    }
    return Reading.refuse(RefusalCode.PHONE_PREFIX_UNKNOWN);
  }

  private static Reading<PhoneNumber> readNational(String national) {
    if (national.isEmpty()) {
      return Reading.refuse(RefusalCode.PHONE_TOO_SHORT, PhoneNumber.MOBILE_DIGITS);
    }
    int length = lengthFor(national);
    if (length == 0) {
      return Reading.refuse(RefusalCode.PHONE_PREFIX_UNKNOWN);
    }
    if (national.length() < length) {
      return Reading.refuse(RefusalCode.PHONE_TOO_SHORT, length - national.length());
    }
    if (national.length() > length) {
      return Reading.refuse(RefusalCode.PHONE_TOO_LONG, national.length() - length);
    }
    String converted = national.charAt(0) == '1' ? convert(national) : national;
    return converted.isEmpty()
        ? Reading.refuse(RefusalCode.PHONE_PREFIX_UNKNOWN)
        : new Reading.Accepted<>(new PhoneNumber(PhoneNumber.COUNTRY + converted));
  }

  private static int lengthFor(String national) {
    if (PhoneNumber.startsMobile(national)) {
      return PhoneNumber.MOBILE_DIGITS;
    }
    if (PhoneNumber.startsFixed(national)) {
      return PhoneNumber.FIXED_DIGITS;
    }
    return national.charAt(0) == '1' ? OLD_MOBILE_DIGITS : 0;
  }

  /**
   * Decision 798/QĐ-BTTTT (May 2018): three digits of the old plan become two. Empty where none.
   */
  private static String convert(String national) {
    String prefix =
        switch (national.substring(0, 3)) {
          case "120" -> "70";
          case "121" -> "79";
          case "122" -> "77";
          case "126" -> "76";
          case "128" -> "78";
          case "123" -> "83";
          case "124" -> "84";
          case "125" -> "85";
          case "127" -> "81";
          case "129" -> "82";
          case "162", "163", "164", "165", "166", "167", "168", "169" -> "3" + national.charAt(2);
          case "186" -> "56";
          case "188" -> "58";
          case "199" -> "59";
          default -> "";
        };
    return prefix.isEmpty() ? "" : prefix + national.substring(3);
  }
}
