package vn.lachan.engine.scan;

import java.util.ArrayList;
import java.util.List;

/** Reads the seven fields by their place; nothing is guessed where one is missing. */
final class CitizenCardReader {
  static final int FIELDS = 7;
  private static final int SHORT_NUMBER = 9;

  private CitizenCardReader() {}

  static Scanned read(List<String> fields, ScanPorts ports) {
    if (!mayBeginNumber(fields.get(0))) {
      return Refused.because(RefusalCode.CARD_KIND_UNKNOWN);
    }
    if (fields.size() < FIELDS) {
      return Refused.because(RefusalCode.CARD_FIELDS_MISSING, fields.size(), FIELDS);
    }
    Findings findings = new Findings();
    CitizenNumber number = findings.take(CitizenNumber.ofField(fields.get(0)));
    String oldNumber = findings.take(readOldNumber(fields.get(1)));
    PersonName name = findings.take(PersonName.parse(fields.get(2), ports));
    PartialDate birth = findings.take(CardDates.readBirth(fields.get(3)));
    Sex sex = findings.take(readSex(fields.get(4), ports));
    String address = findings.take(readAddress(fields.get(5), ports));
    PartialDate issued = findings.take(CardDates.readIssue(fields.get(6)));
    if (number == null
        || oldNumber == null
        || name == null
        || birth == null
        || sex == null
        || address == null
        || issued == null) {
      return findings.refused();
    }
    return new CitizenCard(
        number,
        oldNumber.isEmpty() ? null : oldNumber,
        name,
        birth,
        sex,
        address,
        issued,
        doubts(number, birth, sex, issued));
  }

  /** Texts of other makers begin with letters; insurance cards were taken out before. */
  private static boolean mayBeginNumber(String field) {
    return field.isEmpty() || !TextCleaning.isAsciiLetter(field.charAt(0));
  }

  private static Reading<String> readOldNumber(String field) {
    boolean right =
        field.isEmpty()
            || (TextCleaning.isDigits(field)
                && (field.length() == SHORT_NUMBER || field.length() == CitizenNumber.LENGTH));
    return right
        ? new Reading.Accepted<>(field)
        : Reading.refuse(RefusalCode.CARD_OLD_NUMBER_WRONG);
  }

  private static Reading<Sex> readSex(String field, ScanPorts ports) {
    return switch (ports.compose(field)) {
      case "Nam", "NAM", "nam" -> new Reading.Accepted<>(Sex.MALE);
      case "Nữ", "NỮ", "nữ" -> new Reading.Accepted<>(Sex.FEMALE);
      default -> Reading.refuse(RefusalCode.CARD_SEX_UNKNOWN);
    };
  }

  private static Reading<String> readAddress(String field, ScanPorts ports) {
    String address = ports.compose(TextCleaning.collapse(field));
    if (address.length() > CitizenCard.ADDRESS_LIMIT) {
      return Reading.refuse(RefusalCode.CARD_ADDRESS_TOO_LONG, CitizenCard.ADDRESS_LIMIT);
    }
    for (int index = 0; index < address.length(); index++) {
      char character = address.charAt(index);
      if (TextCleaning.isUnreadable(address, index)
          || TextCleaning.isMarkup(character)
          || TextCleaning.isDirectionMark(character)) {
        return Reading.refuse(RefusalCode.CARD_ADDRESS_CHARACTER_ILLEGAL, index + 1);
      }
    }
    return new Reading.Accepted<>(address);
  }

  private static List<ScanWarning> doubts(
      CitizenNumber number, PartialDate birth, Sex sex, PartialDate issued) {
    List<ScanWarning> warnings = new ArrayList<>();
    if (number.birthYear() != birth.year()) {
      warnings.add(
          warning(
              WarningCode.BIRTH_YEAR_CONTRADICTS_NUMBER,
              Integer.toString(number.birthYear()),
              Integer.toString(birth.year())));
    }
    if (number.sex() != sex) {
      warnings.add(warning(WarningCode.SEX_CONTRADICTS_NUMBER, number.sex().name(), sex.name()));
    }
    if (issued.isCertainlyBefore(birth)) {
      warnings.add(warning(WarningCode.ISSUED_BEFORE_BIRTH, issued.toString(), birth.toString()));
    }
    return warnings;
  }

  private static ScanWarning warning(WarningCode code, String first, String second) {
    return new ScanWarning(code, List.of(first, second));
  }
}
