package vn.lachan.engine.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the six fields of the national personal code. Its first four are required; the extension is
 * a convenience, so what cannot be read there is left out with a warning.
 */
final class NationalCodeReader {
  static final int FIELDS = 6;
  private static final int DATE_FIELD = 2;
  private static final int KIND_FIELD = 3;

  private NationalCodeReader() {}

  /** True where the third field is written as a date of this code, or the fourth as a kind. */
  static boolean recognises(List<String> fields) {
    if (fields.size() <= KIND_FIELD) {
      return false;
    }
    boolean kind = fields.get(KIND_FIELD).equals("0") || fields.get(KIND_FIELD).equals("1");
    return CardDates.looksNational(fields.get(DATE_FIELD)) || (kind && fields.size() == FIELDS);
  }

  static Scanned read(List<String> fields, ScanPorts ports) {
    if (fields.size() != FIELDS) {
      return Refused.because(RefusalCode.NATIONAL_FIELD_COUNT_WRONG, fields.size(), FIELDS);
    }
    Findings findings = new Findings();
    String document =
        findings.take(
            token(
                fields.get(0),
                NationalCode.DOCUMENT_LIMIT,
                RefusalCode.NATIONAL_DOCUMENT_NUMBER_WRONG));
    PersonName name = findings.take(PersonName.parse(fields.get(1), ports));
    PartialDate birth = findings.take(CardDates.readNationalBirth(fields.get(DATE_FIELD)));
    Boolean onBehalf = findings.take(readKind(fields.get(KIND_FIELD)));
    String qid =
        findings.take(token(fields.get(4), NationalCode.QID_LIMIT, RefusalCode.NATIONAL_QID_WRONG));
    if (document == null || name == null || birth == null || onBehalf == null || qid == null) {
      return findings.refused();
    }
    return withExtension(document, name, birth, onBehalf, qid, fields.get(5));
  }

  private static NationalCode withExtension(
      String document,
      PersonName name,
      PartialDate birth,
      boolean onBehalf,
      String qid,
      String extension) {
    List<String> parts = Fields.split(extension, '<');
    List<ScanWarning> warnings = new ArrayList<>();
    return new NationalCode(
        document,
        name,
        birth,
        onBehalf,
        qid,
        tokenOrNull(part(parts, 0), NationalCode.QID_LIMIT),
        readSex(part(parts, 1), warnings),
        tokenOrNull(part(parts, 2), NationalCode.INSURANCE_LIMIT),
        readPhone(part(parts, 3), warnings),
        warnings);
  }

  private static Reading<Boolean> readKind(String field) {
    return switch (field) {
      case "0" -> new Reading.Accepted<>(false);
      case "1" -> new Reading.Accepted<>(true);
      default -> Reading.refuse(RefusalCode.NATIONAL_KIND_UNKNOWN);
    };
  }

  private static @Nullable Sex readSex(String part, List<ScanWarning> warnings) {
    return switch (part) {
      case "1" -> Sex.MALE;
      case "2" -> Sex.FEMALE;
      case "", "0" -> null;
      default -> {
        warnings.add(new ScanWarning(WarningCode.SEX_UNREADABLE, List.of()));
        yield null;
      }
    };
  }

  private static @Nullable PhoneNumber readPhone(String part, List<ScanWarning> warnings) {
    if (part.isEmpty()) {
      return null;
    }
    return switch (PhoneNumber.parse(part)) {
      case Reading.Accepted<PhoneNumber>(PhoneNumber phone) -> phone;
      case Reading.Rejected<PhoneNumber>(Refused _) -> {
        warnings.add(new ScanWarning(WarningCode.PHONE_UNREADABLE, List.of()));
        yield null;
      }
    };
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private static Reading<String> token(String field, int limit, RefusalCode wrong) {
    String token = tokenOrNull(field, limit);
    return token == null ? Reading.refuse(wrong) : new Reading.Accepted<>(token);
  }

  private static @Nullable String tokenOrNull(String field, int limit) {
    if (field.isEmpty() || field.length() > limit) {
      return null;
    }
    for (int index = 0; index < field.length(); index++) {
      char character = field.charAt(index);
      if (!TextCleaning.isDigit(character)
          && !TextCleaning.isAsciiLetter(character)
          && character != '*') {
        return null;
      }
    }
    return field;
  }
}
