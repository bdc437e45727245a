package vn.lachan.engine.scan;

import java.util.List;

/**
 * A health insurance card, as far as it is safe to read one: its number, name and birth. No
 * document at hand states the layout ("chưa đối chiếu văn bản gốc"): fields parted by bars, the
 * number first, then the name as UTF-8 in hexadecimal, then the birth. So every card carries {@link
 * WarningCode#INSURANCE_LAYOUT_UNCONFIRMED}, what follows the birth is not looked at, and a text
 * that differs is refused rather than guessed at. Everything in it is personal data; {@link
 * #toString} shows the masked form.
 *
 * @param number two letters and 13 digits, or 10 digits
 */
public record InsuranceCard(
    String number, PersonName fullName, PartialDate birth, List<ScanWarning> warnings)
    implements Scanned {
  public InsuranceCard {
    warnings = List.copyOf(warnings);
  }

  @Override
  public String toString() {
    return "InsuranceCard[" + fullName.masked() + "]";
  }
}
