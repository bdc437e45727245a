package vn.lachan.app.residents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the resident's app.
 *
 * @param peopleMost people of one account
 * @param devicesMost phones and browsers signed in to one account; the oldest goes first
 * @param deviceDays days without use after which a device must sign in again
 * @param homeDays since when people live together who say only that they do
 * @param handOverFor how long an offer to hand a record over stands
 * @param handOverTriesPerDay wrong codes of a hand-over that one account may type in 24 hours
 * @param noticesShown latest notices shown to an account
 * @param readingsShown latest acts on a person's data shown to them
 * @param requestsPerDay requests about data that one account may send in 24 hours
 * @param visitDays how far back own visits are shown
 * @param passkeysMost passkeys of one account
 * @param passkeyFor how long a browser has to make or show a passkey
 * @param passkeyAsksPerMinute how often one address may ask to sign in with a passkey in a minute
 * @param remindBefore how long before its end a person is told that a declaration ends
 * @param dormantDays days without any device in use after which a phone may have a new holder
 * @param nationalWholeFor how long a national code is shown with nothing masked
 * @param whoFor how long somebody may take to say who they are, after the phone was proved
 * @param whoTries wrong answers to who somebody is before a device must wait for an officer
 */
@ConfigurationProperties("residents")
public record ResidentsSettings(
    @DefaultValue("20") int peopleMost,
    @DefaultValue("10") int devicesMost,
    @DefaultValue("180") int deviceDays,
    @DefaultValue("90") int homeDays,
    @DefaultValue("48h") Duration handOverFor,
    @DefaultValue("10") int handOverTriesPerDay,
    @DefaultValue("100") int noticesShown,
    @DefaultValue("200") int readingsShown,
    @DefaultValue("10") int requestsPerDay,
    @DefaultValue("30") int visitDays,
    @DefaultValue("10") int passkeysMost,
    @DefaultValue("5m") Duration passkeyFor,
    @DefaultValue("30") int passkeyAsksPerMinute,
    @DefaultValue("24h") Duration remindBefore,
    @DefaultValue("60") int dormantDays,
    @DefaultValue("1m") Duration nationalWholeFor,
    @DefaultValue("24h") Duration whoFor,
    @DefaultValue("5") int whoTries) {
  public ResidentsSettings {
    require(peopleMost >= 1, "residents.people-most");
    require(devicesMost >= 1, "residents.devices-most");
    require(deviceDays >= 1, "residents.device-days");
    require(homeDays >= 1, "residents.home-days");
    require(handOverFor.isPositive(), "residents.hand-over-for");
    require(handOverTriesPerDay >= 1, "residents.hand-over-tries-per-day");
    require(noticesShown >= 1, "residents.notices-shown");
    require(readingsShown >= 1, "residents.readings-shown");
    require(requestsPerDay >= 1, "residents.requests-per-day");
    require(visitDays >= 1, "residents.visit-days");
    require(passkeysMost >= 1, "residents.passkeys-most");
    require(passkeyFor.isPositive(), "residents.passkey-for");
    require(passkeyAsksPerMinute >= 1, "residents.passkey-asks-per-minute");
    require(remindBefore.isPositive(), "residents.remind-before");
    require(dormantDays >= 1, "residents.dormant-days");
    require(nationalWholeFor.isPositive(), "residents.national-whole-for");
    require(whoFor.isPositive(), "residents.who-for");
    require(whoTries >= 1, "residents.who-tries");
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting " + setting);
    }
  }
}
