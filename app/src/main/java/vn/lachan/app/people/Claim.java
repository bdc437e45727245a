package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;
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

  /** True where nothing but a code or a device speaks, so that nothing can contradict. */
  boolean statesNothing() {
    return citizenNumber == null
        && phone == null
        && name == null
        && birthYear == null
        && sex == null
        && address == null
        && unit == null;
  }

  @Override
  public String toString() {
    return "Claim[" + source + "]";
  }
}
