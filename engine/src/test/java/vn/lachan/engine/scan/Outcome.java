package vn.lachan.engine.scan;

import java.util.List;

/**
 * A scan as one line of text, for golden tables and for comparing the browser with the JVM. It
 * shows identity in full, so it belongs to tests alone.
 */
final class Outcome {
  private Outcome() {}

  static String of(Scanned scanned) {
    return switch (scanned) {
      case PlaceCodeScan(PlaceCode code) -> "place " + code.shown();
      case PersonalCodeScan(PersonalCode code) -> "person " + code.shown();
      case SignedCode code -> signed(code);
      case InsuranceCard card ->
          "insurance "
              + card.number()
              + "|"
              + card.fullName().text()
              + "|"
              + card.birth()
              + warnings(card.warnings());
      case CitizenNumberScan(CitizenNumber number) -> "number " + number.digits();
      case PhoneNumber(String digits) -> "phone " + digits;
      case CitizenCard card -> card(card);
      case NationalCode code -> national(code);
      case Refused(RefusalCode code, List<String> parameters) -> code + parameters(parameters);
    };
  }

  private static String signed(SignedCode code) {
    return "signed "
        + code.kind()
        + " "
        + code.person().shown()
        + " "
        + code.firstDay()
        + "-"
        + code.lastDay()
        + (code.isProved() ? " at " + code.halfMinute() : "");
  }

  private static String card(CitizenCard card) {
    return "card "
        + card.number().digits()
        + "|"
        + (card.oldNumber() == null ? "" : card.oldNumber())
        + "|"
        + card.fullName().text()
        + "|"
        + card.birth()
        + "|"
        + card.sex()
        + "|"
        + card.address()
        + "|"
        + card.issued()
        + warnings(card.warnings());
  }

  private static String national(NationalCode code) {
    PhoneNumber phone = code.phone();
    return "national "
        + code.documentNumber()
        + "|"
        + code.fullName().text()
        + "|"
        + code.birth()
        + "|"
        + (code.declaredOnBehalf() ? "on behalf" : "own")
        + "|"
        + code.qid()
        + "|"
        + code.declarantQid()
        + "|"
        + code.sex()
        + "|"
        + code.insuranceNumber()
        + "|"
        + (phone == null ? "null" : phone.digits())
        + warnings(code.warnings());
  }

  private static String warnings(List<ScanWarning> warnings) {
    StringBuilder text = new StringBuilder();
    for (ScanWarning warning : warnings) {
      text.append(" ! ").append(warning.code()).append(parameters(warning.parameters()));
    }
    return text.toString();
  }

  private static String parameters(List<String> parameters) {
    return parameters.isEmpty() ? "" : " " + String.join(" ", parameters);
  }
}
