package vn.lachan.app.visits.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.SentVisit;
import vn.lachan.app.visits.Visitor;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.Sex;
import vn.lachan.engine.scan.SignedCode;

/**
 * A visit or check-out as it is sent. The person is named in one way: {@code person} (a public id),
 * {@code personalCode} (plain, or signed as it was shown), or a claim of {@code phone} or {@code
 * citizenNumber} with the rest.
 *
 * @param key the sender's own key, at most 64 characters, given back with the answer
 * @param departure {@code scanned}, or {@code keyed} where somebody typed {@code leftAt}
 * @param originalEnteredAt the device's time before its correction
 * @param device the device's own name, at most 64 characters
 */
record VisitJson(
    @Nullable String key,
    @Nullable String place,
    @Nullable UUID person,
    @Nullable String personalCode,
    @Nullable String phone,
    @Nullable String name,
    @Nullable Integer birthYear,
    @Nullable String citizenNumber,
    @Nullable String sex,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    @Nullable String departure,
    @Nullable Instant originalEnteredAt,
    @Nullable Integer clockCorrectionSeconds,
    @Nullable String device) {
  private static final ServerScanPorts PORTS = new ServerScanPorts();
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
  private static final int TEXT_MOST = 64;
  private static final int CORRECTION_SECONDS_MOST = 40 * 86_400;

  SentVisit visit() {
    if (place == null
        || tooLong(key)
        || tooLong(device)
        || isAbsurd(enteredAt)
        || isAbsurd(leftAt)
        || isAbsurd(originalEnteredAt)) {
      throw malformed();
    }
    int correction = clockCorrectionSeconds == null ? 0 : clockCorrectionSeconds;
    if (Math.abs((long) correction) > CORRECTION_SECONDS_MOST) {
      throw malformed();
    }
    return new SentVisit(
        Accepted.value(PlaceCode.parse(place)),
        visitor(),
        enteredAt,
        leftAt,
        departureKeyed(),
        originalEnteredAt,
        correction,
        device == null ? null : SentVisit.deviceNumber(device));
  }

  static Refusal malformed() {
    return Refusal.invalid("visits.refused.malformed");
  }

  @Override
  public String toString() {
    return "VisitJson[***]";
  }

  /** What no calendar of the database holds is no time that a device could mean. */
  private static boolean isAbsurd(@Nullable Instant time) {
    return time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST));
  }

  private static boolean tooLong(@Nullable String text) {
    return text != null && text.length() > TEXT_MOST;
  }

  private boolean departureKeyed() {
    if (departure == null || departure.equals("scanned")) {
      return false;
    }
    if (departure.equals("keyed")) {
      return true;
    }
    throw malformed();
  }

  private Visitor visitor() {
    if (person != null) {
      return new Visitor.PublicId(person);
    }
    if (personalCode != null) {
      return personalCode.startsWith(SignedCode.PREFIX)
          ? new Visitor.Signed(Accepted.value(SignedCode.parse(personalCode)))
          : new Visitor.Code(Accepted.value(PersonalCode.parse(personalCode)));
    }
    return new Visitor.Claimed(
        citizenNumber == null ? null : Accepted.value(CitizenNumber.parse(citizenNumber)),
        phone == null ? null : Accepted.value(PhoneNumber.parse(phone)),
        name == null ? null : Accepted.value(PersonName.parse(name, PORTS)),
        birthYear,
        sex == null ? null : readSex(sex),
        null);
  }

  private static Sex readSex(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      default -> throw malformed();
    };
  }
}
