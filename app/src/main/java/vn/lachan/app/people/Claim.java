package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.Sex;

/**
 * What somebody says about a person: any part may be missing, and nothing in it is believed more
 * than it deserves. It is personal data: {@link #toString} shows none of it.
 *
 * @param personalCode the code that was scanned or keyed
 * @param deviceToken the cookie of the browser in the person's hand
 * @param citizenNumber 12 digits
 * @param phoneProved whether a one-time code sent to the phone came back
 * @param birthYear four digits, as stated
 * @param address the residence in the claimant's words
 * @param unit the commune of residence; the commune of the place where nothing better is known, so
 *     that somebody is in charge
 */
public record Claim(
    @Nullable PersonalCode personalCode,
    @Nullable String deviceToken,
    @Nullable String citizenNumber,
    @Nullable PhoneNumber phone,
    boolean phoneProved,
    @Nullable PersonName name,
    @Nullable Integer birthYear,
    @Nullable Sex sex,
    @Nullable String address,
    @Nullable Integer unit,
    Source source) {
  public static final int ADDRESS_LIMIT = 300;

  /**
   * Checks the form of what is stated.
   *
   * @throws Refusal {@code people.refused.citizen-number}, {@code people.refused.birth-year},
   *     {@code people.refused.address}
   */
  public Claim {
    citizenNumber = blankToNull(citizenNumber);
    address = blankToNull(address);
    deviceToken = blankToNull(deviceToken);
    if (citizenNumber != null) {
      citizenNumber = checkedNumber(citizenNumber);
    }
    if (birthYear != null
        && (birthYear < PartialDate.FIRST_YEAR || birthYear > PartialDate.LAST_YEAR)) {
      throw Refusal.invalid("people.refused.birth-year");
    }
    if (address != null && address.length() > ADDRESS_LIMIT) {
      throw Refusal.invalid("people.refused.address", ADDRESS_LIMIT);
    }
  }

  /** A claim without a personal code. */
  public Claim(
      @Nullable String deviceToken,
      @Nullable String citizenNumber,
      @Nullable PhoneNumber phone,
      boolean phoneProved,
      @Nullable PersonName name,
      @Nullable Integer birthYear,
      @Nullable Sex sex,
      @Nullable String address,
      @Nullable Integer unit,
      Source source) {
    this(
        null,
        deviceToken,
        citizenNumber,
        phone,
        phoneProved,
        name,
        birthYear,
        sex,
        address,
        unit,
        source);
  }

  /** Whoever holds this device, saying nothing else. */
  public static Claim byDevice(String deviceToken, Source source) {
    return new Claim(deviceToken, null, null, false, null, null, null, null, null, source);
  }

  /** Whoever holds this code, saying nothing else. */
  public static Claim byCode(PersonalCode code, Source source) {
    return new Claim(code, null, null, null, false, null, null, null, null, null, source);
  }

  @Override
  public String toString() {
    return "Claim[" + source + "]";
  }

  private static String checkedNumber(String written) {
    return switch (CitizenNumber.parse(written)) {
      case Reading.Accepted<CitizenNumber>(CitizenNumber number) -> number.digits();
      case Reading.Rejected<CitizenNumber> ignored ->
          throw Refusal.invalid("people.refused.citizen-number");
    };
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
