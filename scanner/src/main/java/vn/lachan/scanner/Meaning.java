package vn.lachan.scanner;

import java.util.Base64;
import java.util.List;
import vn.lachan.engine.scan.CitizenCard;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.CitizenNumberScan;
import vn.lachan.engine.scan.InsuranceCard;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PersonalCodeScan;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.PlaceCodeScan;
import vn.lachan.engine.scan.Refused;
import vn.lachan.engine.scan.ScanWarning;
import vn.lachan.engine.scan.Scanned;
import vn.lachan.engine.scan.SignedCode;

/**
 * What a text means, as JSON for scripts. {@code kind} tells which; {@code identity} is the one
 * spelling of what names the person, so that two readings can be compared, empty where nothing
 * does; {@code masked} may be shown. A refusal has {@code code}, the end of its message key, and
 * {@code parameters}; cards may have {@code warnings}. Of a signed code, {@code signed} holds what
 * WebCrypto verifies, as base64url.
 */
final class Meaning {
  private static final Base64.Encoder BYTES = Base64.getUrlEncoder().withoutPadding();

  private Meaning() {}

  static String of(Scanned scanned) {
    return switch (scanned) {
      case PlaceCodeScan(PlaceCode code) -> named("place", code.symbols(), code.shown()).end();
      case PersonalCodeScan(PersonalCode code) ->
          named("personal", code.symbols(), code.toString()).end();
      case SignedCode code ->
          named("signed", code.person().symbols(), code.person().toString())
              .putJson("signed", signed(code))
              .end();
      case CitizenCard card ->
          warned(named("card", card.number().digits(), card.fullName().masked()), card.warnings());
      case CitizenNumberScan(CitizenNumber number) ->
          named("citizen", number.digits(), number.masked()).end();
      case NationalCode code -> national(code);
      case InsuranceCard card ->
          warned(named("insurance", card.number(), card.fullName().masked()), card.warnings());
      case PhoneNumber phone -> named("phone", phone.digits(), phone.masked()).end();
      case Refused refused -> of(refused);
    };
  }

  static String of(Refused refused) {
    return new JsonText()
        .put("kind", "refused")
        .put("code", key(refused.code().name()))
        .put("parameters", refused.parameters())
        .end();
  }

  private static JsonText named(String kind, String identity, String masked) {
    return new JsonText().put("kind", kind).put("identity", identity).put("masked", masked);
  }

  private static String national(NationalCode code) {
    CitizenNumber number = code.citizenNumber();
    PhoneNumber phone = code.phone();
    String identity = number != null ? number.digits() : phone != null ? phone.digits() : "";
    return warned(
        named("national", identity, code.fullName().masked()).put("qid", code.qid()),
        code.warnings());
  }

  private static String signed(SignedCode code) {
    JsonText signed =
        new JsonText()
            .put("issue", uuid(code.issueHigh(), code.issueLow()))
            .put("keyId", code.keyId())
            .put("strength", code.kind() == SignedCode.Kind.DEVICE ? "device" : "paper")
            .put("personal", code.person().symbols())
            .put("firstDay", code.firstDay())
            .put("lastDay", code.lastDay())
            .put("body", bytes(code.signedBytes()))
            .put("signature", bytes(code.signature()));
    if (code.isProved()) {
      signed
          .put("halfMinute", code.halfMinute())
          .putJson(
              "device",
              new JsonText()
                  .put("publicKey", bytes(code.deviceKey()))
                  .put("body", bytes(code.provedBytes()))
                  .put("signature", bytes(code.proof()))
                  .end());
    }
    return signed.end();
  }

  private static String warned(JsonText text, List<ScanWarning> warnings) {
    StringBuilder all = new StringBuilder("[");
    for (ScanWarning warning : warnings) {
      all.append(all.length() > 1 ? "," : "")
          .append(
              new JsonText()
                  .put("code", key(warning.code().name()))
                  .put("parameters", warning.parameters())
                  .end());
    }
    return text.putJson("warnings", all.append(']').toString()).end();
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int index = 0; index < name.length(); index++) {
      char letter = name.charAt(index);
      key.append(letter == '_' ? '-' : (char) (letter - 'A' + 'a'));
    }
    return key.toString();
  }

  private static String bytes(byte[] bytes) {
    return BYTES.encodeToString(bytes);
  }

  private static String uuid(long high, long low) {
    String digits = hex(high) + hex(low);
    return digits.substring(0, 8)
        + '-'
        + digits.substring(8, 12)
        + '-'
        + digits.substring(12, 16)
        + '-'
        + digits.substring(16, 20)
        + '-'
        + digits.substring(20);
  }

  private static String hex(long number) {
    StringBuilder digits = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits.append("0123456789abcdef".charAt((int) (number >>> shift) & 15));
    }
    return digits.toString();
  }
}
