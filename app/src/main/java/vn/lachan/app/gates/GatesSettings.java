package vn.lachan.app.gates;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of gates.
 *
 * @param enrolmentMinutes how long a one-time code enrols a device
 * @param devicesMost devices of one place that are not revoked
 * @param batchRecords most records of one request
 * @param batchBytes most bytes of one request
 * @param contactSeconds how often a device that is online says how it is; a revocation takes effect
 *     within this time
 * @param pinAttempts wrong PINs of one device before it pauses
 * @param pinPauseMinutes how long it pauses
 * @param revokedHours how long records that were captured before a revocation are still taken
 * @param recordDays how long answers are remembered, so that a record sent again is known
 * @param sealKeyDays after how many days a new key seals
 * @param freeMegabytes a device whose browser tells of less free storage captures nothing more
 * @param answerMillis how long a device waits for the server's word on a scan before it judges
 *     alone; a stricter word that comes later is still shown
 * @param questionsPerMinute how often a device may ask who somebody is; without an answer it judges
 *     alone
 * @param plateSearchesPerMinute how often an officer may look for a plate, which is shown to them
 *     in part only
 * @param proofMinutes how long after scanning a screen's code a check-in counts as made there
 * @param tripDays days after which a trip is dropped, unless somebody on it stands in an open case
 * @param rideMinutes how long the people on a vehicle are taken to have shared it before it was
 *     stopped, where nobody knows
 * @param tripPeople most people on one vehicle
 * @param exportRows most rows of one export
 * @param figureDays most days of one table of figures
 * @param silentMinutes a device on an open shift that was not heard of for so long is called silent
 * @param driftWarningSeconds a clock that is off by so much is shown to the office
 * @param declarationNeeded whether whoever has no valid declaration is asked for one at the gate
 */
@ConfigurationProperties("gates")
public record GatesSettings(
    @DefaultValue("15") int enrolmentMinutes,
    @DefaultValue("30") int devicesMost,
    @DefaultValue("500") int batchRecords,
    @DefaultValue("1000000") int batchBytes,
    @DefaultValue("30") int contactSeconds,
    @DefaultValue("5") int pinAttempts,
    @DefaultValue("15") int pinPauseMinutes,
    @DefaultValue("24") int revokedHours,
    @DefaultValue("60") int recordDays,
    @DefaultValue("180") int sealKeyDays,
    @DefaultValue("20") int freeMegabytes,
    @DefaultValue("120") int answerMillis,
    @DefaultValue("90") int questionsPerMinute,
    @DefaultValue("20") int plateSearchesPerMinute,
    @DefaultValue("15") int proofMinutes,
    @DefaultValue("90") int tripDays,
    @DefaultValue("60") int rideMinutes,
    @DefaultValue("60") int tripPeople,
    @DefaultValue("20000") int exportRows,
    @DefaultValue("92") int figureDays,
    @DefaultValue("15") int silentMinutes,
    @DefaultValue("60") int driftWarningSeconds,
    @DefaultValue("false") boolean declarationNeeded) {
  private static final int CONTACT_SECONDS_MOST = 60;
  private static final int ANSWER_MILLIS_MOST = 5_000;

  public GatesSettings {
    require(enrolmentMinutes >= 1, "gates.enrolment-minutes");
    require(devicesMost >= 1, "gates.devices-most");
    require(batchRecords >= 1, "gates.batch-records");
    require(batchBytes >= 1, "gates.batch-bytes");
    require(contactSeconds >= 1 && contactSeconds <= CONTACT_SECONDS_MOST, "gates.contact-seconds");
    require(pinAttempts >= 1, "gates.pin-attempts");
    require(pinPauseMinutes >= 1, "gates.pin-pause-minutes");
    require(revokedHours >= 0, "gates.revoked-hours");
    require(recordDays >= 1, "gates.record-days");
    require(sealKeyDays >= 1, "gates.seal-key-days");
    require(freeMegabytes >= 1, "gates.free-megabytes");
    require(answerMillis >= 1 && answerMillis < ANSWER_MILLIS_MOST, "gates.answer-millis");
    require(questionsPerMinute >= 1, "gates.questions-per-minute");
    require(plateSearchesPerMinute >= 1, "gates.plate-searches-per-minute");
    require(proofMinutes >= 1, "gates.proof-minutes");
    require(tripDays >= 1, "gates.trip-days");
    require(rideMinutes >= 0, "gates.ride-minutes");
    require(tripPeople >= 1, "gates.trip-people");
    require(exportRows >= 1, "gates.export-rows");
    require(figureDays >= 1, "gates.figure-days");
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting " + setting);
    }
  }
}
