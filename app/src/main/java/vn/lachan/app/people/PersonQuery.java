package vn.lachan.app.people;

import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.CitizenCard;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.CitizenNumberScan;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PersonalCodeScan;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Scanned;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;

/** What a person is looked up by; exact, because sealed identity has no other index. */
public sealed interface PersonQuery {
  record ByPhone(PhoneNumber phone) implements PersonQuery {}

  record ByCitizenNumber(CitizenNumber number) implements PersonQuery {}

  record ByPersonalCode(PersonalCode code) implements PersonQuery {}

  /**
   * Reads what an officer typed or scanned; a citizen card is looked up by its number.
   *
   * @throws Refusal {@code people.refused.query} when it is none of the three
   */
  static PersonQuery parse(String text) {
    Scanned scanned = Scanner.read(text, new ServerScanPorts());
    return switch (scanned) {
      case PhoneNumber phone -> new ByPhone(phone);
      case CitizenNumberScan(CitizenNumber number) -> new ByCitizenNumber(number);
      case CitizenCard card -> new ByCitizenNumber(card.number());
      case PersonalCodeScan(PersonalCode code) -> new ByPersonalCode(code);
      default -> throw Refusal.invalid("people.refused.query");
    };
  }
}
