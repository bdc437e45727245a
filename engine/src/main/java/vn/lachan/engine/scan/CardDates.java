package vn.lachan.engine.scan;

/**
 * Dates as identity codes write them: ddMMyyyy, with 00 for an unknown day or month, or yyyy alone
 * on a citizen card; yyyy-MM-dd, with the unknown parts as zeros or masked by stars, in the
 * national personal code.
 */
final class CardDates {
  private static final int UNREADABLE = -1;

  private CardDates() {}

  static Reading<PartialDate> readBirth(String field) {
    return readPacked(field, RefusalCode.BIRTH_DATE_UNREADABLE, RefusalCode.BIRTH_DATE_IMPOSSIBLE);
  }

  static Reading<PartialDate> readIssue(String field) {
    return readPacked(
        field, RefusalCode.CARD_ISSUE_DATE_UNREADABLE, RefusalCode.CARD_ISSUE_DATE_IMPOSSIBLE);
  }

  static Reading<PartialDate> readNationalBirth(String field) {
    boolean yearAlone = field.length() == 4;
    if (!yearAlone && !looksNational(field)) {
      return Reading.refuse(RefusalCode.BIRTH_DATE_UNREADABLE);
    }
    int year = number(field, 0, 4);
    int month = yearAlone ? 0 : number(field, 5, 7);
    int day = yearAlone ? 0 : number(field, 8, 10);
    if (year == UNREADABLE || month == UNREADABLE || day == UNREADABLE) {
      return Reading.refuse(RefusalCode.BIRTH_DATE_UNREADABLE);
    }
    return calendar(year, month, day, RefusalCode.BIRTH_DATE_IMPOSSIBLE);
  }

  /** dd/MM/yyyy, or yyyy alone, as insurance cards are taken to write it. */
  static Reading<PartialDate> readSlashed(String field) {
    boolean whole = field.length() == 10 && field.charAt(2) == '/' && field.charAt(5) == '/';
    String packed =
        whole ? field.substring(0, 2) + field.substring(3, 5) + field.substring(6) : field;
    return whole || field.length() == 4
        ? readBirth(packed)
        : Reading.refuse(RefusalCode.BIRTH_DATE_UNREADABLE);
  }

  /** True for ten characters with hyphens where yyyy-MM-dd has them. */
  static boolean looksNational(String field) {
    return field.length() == 10 && field.charAt(4) == '-' && field.charAt(7) == '-';
  }

  private static Reading<PartialDate> readPacked(
      String field, RefusalCode unreadable, RefusalCode impossible) {
    if (!TextCleaning.isDigits(field)) {
      return Reading.refuse(unreadable);
    }
    return switch (field.length()) {
      case 4 -> calendar(number(field, 0, 4), 0, 0, impossible);
      case 8 -> calendar(number(field, 4, 8), number(field, 2, 4), number(field, 0, 2), impossible);
      default -> Reading.refuse(unreadable);
    };
  }

  private static Reading<PartialDate> calendar(
      int year, int month, int day, RefusalCode impossible) {
    PartialDate date = PartialDate.ofParts(year, month, day);
    return date == null ? Reading.refuse(impossible) : new Reading.Accepted<>(date);
  }

  /** The number in these digits; 0 where all are masked. */
  private static int number(String field, int from, int to) {
    String part = field.substring(from, to);
    if (TextCleaning.isDigits(part)) {
      return Integer.parseInt(part);
    }
    return part.equals("**") ? 0 : UNREADABLE;
  }
}
