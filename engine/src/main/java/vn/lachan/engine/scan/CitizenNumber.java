package vn.lachan.engine.scan;

/**
 * The 12 digits of a citizen number (Decree 137/2015): three for the province of birth, one for
 * century and sex, two for the year of birth, six more. Only the form is a rule; a province code
 * that nobody knows is no error, and what the number says of sex and year is only compared. It is
 * personal data: {@link #toString} shows the masked form.
 *
 * @param digits 12 digits
 */
public record CitizenNumber(String digits) {
  public static final int LENGTH = 12;

  /** What the law issues today: the centuries 1900 to 2300, two digits for each. */
  private static final int FIRST_CENTURY = 1900;

  public CitizenNumber {
    if (digits.length() != LENGTH || !TextCleaning.isDigits(digits)) {
      throw new IllegalArgumentException("Not a citizen number");
    }
  }

  /** Reads 12 digits as people write them, with blanks, dots or hyphens between. */
  public static Reading<CitizenNumber> parse(String text) {
    if (text.length() > Scanner.TEXT_LIMIT) {
      return Reading.refuse(RefusalCode.TEXT_TOO_LONG, Scanner.TEXT_LIMIT);
    }
    StringBuilder digits = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (TextCleaning.isDigit(character)) {
        digits.append(character);
      } else if (character != '.' && !TextCleaning.isSeparator(character)) {
        return Reading.refuse(RefusalCode.CITIZEN_NUMBER_CHARACTER_ILLEGAL, index + 1);
      }
    }
    return ofField(digits.toString());
  }

  /** Reads a field that a machine wrote: 12 digits and nothing between them. */
  static Reading<CitizenNumber> ofField(String field) {
    for (int index = 0; index < field.length(); index++) {
      if (!TextCleaning.isDigit(field.charAt(index))) {
        return Reading.refuse(RefusalCode.CITIZEN_NUMBER_CHARACTER_ILLEGAL, index + 1);
      }
    }
    return field.length() == LENGTH
        ? new Reading.Accepted<>(new CitizenNumber(field))
        : new Reading.Rejected<>(
            Refused.because(RefusalCode.CITIZEN_NUMBER_LENGTH_WRONG, field.length(), LENGTH));
  }

  /** The year of birth that the number states. */
  public int birthYear() {
    int century = FIRST_CENTURY + 100 * (digitAt(3) / 2);
    return century + 10 * digitAt(4) + digitAt(5);
  }

  /** The sex that the number states. */
  public Sex sex() {
    return digitAt(3) % 2 == 0 ? Sex.MALE : Sex.FEMALE;
  }

  /** For lists: the first three digits and the last three. */
  public String masked() {
    return digits.substring(0, 3) + "******" + digits.substring(LENGTH - 3);
  }

  @Override
  public String toString() {
    return masked();
  }

  private int digitAt(int index) {
    return digits.charAt(index) - '0';
  }
}
