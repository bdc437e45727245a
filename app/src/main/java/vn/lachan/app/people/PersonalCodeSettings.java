package vn.lachan.app.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of signed personal codes.
 *
 * @param deviceDays days for which a device's code is good; the device fetches the next one before
 * @param paperDays days for which a printed code is good
 * @param issuedPerDay codes of one person that may be issued in 24 hours
 * @param beginAnew whether the program may sign with a key that the database does not know, though
 *     the key that it knows is not here: once, where that key is lost for good
 */
@ConfigurationProperties("people.codes")
public record PersonalCodeSettings(
    @DefaultValue("30") int deviceDays,
    @DefaultValue("365") int paperDays,
    @DefaultValue("20") int issuedPerDay,
    @DefaultValue("false") boolean beginAnew) {
  private static final int DAYS_MOST = 3_650;

  public PersonalCodeSettings {
    require(deviceDays >= 1 && deviceDays <= DAYS_MOST, "people.codes.device-days");
    require(paperDays >= 1 && paperDays <= DAYS_MOST, "people.codes.paper-days");
    require(issuedPerDay >= 1, "people.codes.issued-per-day");
  }

  /** No code outlives its key by more. */
  int daysMost() {
    return Math.max(deviceDays, paperDays);
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting " + setting);
    }
  }
}
