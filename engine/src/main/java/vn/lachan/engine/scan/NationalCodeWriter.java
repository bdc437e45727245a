package vn.lachan.engine.scan;

/**
 * Writes the national personal code of Decision 1405/QĐ-BTTTT, version 1.1, again from one that was
 * read or imported: its QID was issued by the national platform, and none is ever made here.
 */
final class NationalCodeWriter {
  /** The decision masks the first six characters of the document number where it is shown. */
  private static final int MASKED_CHARACTERS = 6;

  private NationalCodeWriter() {}

  /**
   * Masked: the document number without its beginning, the birth without day and month, the
   * extension without insurance number and phone.
   */
  static Reading<String> write(NationalCode code, boolean masked) {
    if (code.qid().isEmpty() || code.qid().indexOf('*') >= 0) {
      return Reading.refuse(RefusalCode.NATIONAL_QID_WRONG);
    }
    return new Reading.Accepted<>(
        String.join(
            "|",
            masked ? maskedNumber(code.documentNumber()) : code.documentNumber(),
            code.fullName().key(),
            birth(code.birth(), masked),
            code.declaredOnBehalf() ? "1" : "0",
            code.qid(),
            extension(code, masked)));
  }

  private static String maskedNumber(String number) {
    int masked = Math.min(MASKED_CHARACTERS, number.length());
    return "*".repeat(masked) + number.substring(masked);
  }

  private static String birth(PartialDate birth, boolean masked) {
    return birth.year()
        + (masked || !birth.monthKnown() ? "-**" : part(birth.month()))
        + (masked || !birth.dayKnown() ? "-**" : part(birth.day()));
  }

  private static String part(int number) {
    return (number < 10 ? "-0" : "-") + number;
  }

  private static String extension(NationalCode code, boolean masked) {
    String insurance = code.insuranceNumber();
    PhoneNumber phone = code.phone();
    return String.join(
        "<",
        code.declarantQid() == null ? "" : code.declarantQid(),
        sex(code),
        masked || insurance == null ? "" : insurance,
        masked || phone == null ? "" : phone.national());
  }

  private static String sex(NationalCode code) {
    Sex sex = code.sex();
    if (sex == null) {
      return "0";
    }
    return switch (sex) {
      case MALE -> "1";
      case FEMALE -> "2";
    };
  }
}
