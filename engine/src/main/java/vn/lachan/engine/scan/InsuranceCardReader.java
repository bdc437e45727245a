package vn.lachan.engine.scan;

import java.util.List;

/** Reads the first three fields strictly; see {@link InsuranceCard} for how little is certain. */
final class InsuranceCardReader {
  private static final int FIELDS_LEAST = 3;
  private static final int LETTERS = 2;
  private static final int DIGITS_AFTER_LETTERS = 13;
  private static final int DIGITS_ALONE = 10;

  /** Two characters a byte, three bytes the largest letter of a name. */
  private static final int HEX_MOST = 6 * PersonName.LENGTH_LIMIT;

  private InsuranceCardReader() {}

  /** True where the first field has the form of an insurance number, which no other card has. */
  static boolean recognises(List<String> fields) {
    return fields.size() >= FIELDS_LEAST && isNumber(fields.get(0));
  }

  static Scanned read(List<String> fields, ScanPorts ports) {
    Findings findings = new Findings();
    PersonName name = findings.take(readName(fields.get(1), ports));
    PartialDate birth = findings.take(CardDates.readSlashed(fields.get(2)));
    if (name == null || birth == null) {
      return findings.refused();
    }
    return new InsuranceCard(
        fields.get(0),
        name,
        birth,
        List.of(new ScanWarning(WarningCode.INSURANCE_LAYOUT_UNCONFIRMED, List.of())));
  }

  private static boolean isNumber(String field) {
    if (field.length() == DIGITS_ALONE) {
      return TextCleaning.isDigits(field);
    }
    return field.length() == LETTERS + DIGITS_AFTER_LETTERS
        && TextCleaning.isAsciiLetter(field.charAt(0))
        && TextCleaning.isAsciiLetter(field.charAt(1))
        && TextCleaning.isDigits(field.substring(LETTERS));
  }

  private static Reading<PersonName> readName(String hex, ScanPorts ports) {
    int length = hex.length() / 2;
    if (hex.isEmpty() || hex.length() % 2 != 0 || hex.length() > HEX_MOST) {
      return Reading.refuse(RefusalCode.INSURANCE_NAME_UNREADABLE);
    }
    byte[] bytes = new byte[length];
    for (int index = 0; index < length; index++) {
      int high = digit(hex.charAt(2 * index));
      int low = digit(hex.charAt(2 * index + 1));
      if (high < 0 || low < 0) {
        return Reading.refuse(RefusalCode.INSURANCE_NAME_UNREADABLE);
      }
      bytes[index] = (byte) (high << 4 | low);
    }
    String name = Utf8.read(bytes);
    return name == null
        ? Reading.refuse(RefusalCode.INSURANCE_NAME_UNREADABLE)
        : PersonName.parse(name, ports);
  }

  private static int digit(char character) {
    return "0123456789ABCDEF".indexOf(TextCleaning.upperAscii(character));
  }
}
