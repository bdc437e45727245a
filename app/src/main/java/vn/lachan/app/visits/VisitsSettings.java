package vn.lachan.app.visits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of visits.
 *
 * @param retentionDays days after which a day of visits is destroyed
 * @param daysAhead days for which partitions are made in advance
 * @param groupMillis longest wait of a visit for others before its group is committed
 * @param groupVisits most messages of one group
 * @param queueVisits most messages that wait for the writer; beyond it 503
 * @param futureMinutes how far ahead of the server's clock an entry may be
 * @param waitingHours how long a check-out waits for its entry before it is listed as unmatched
 * @param repeatMinutes a second check-in by one's own phone within this time is the first one
 * @param batchLines most lines of one batch
 * @param batchBytes most bytes of one batch
 * @param deviceVisitsPerMinute check-ins of one device
 * @param placeVisitsPerMinute check-ins by visitors' own phones at one place
 * @param tokenVisitsPerMinute messages of one API token or keeper's account
 */
@ConfigurationProperties("visits")
public record VisitsSettings(
    @DefaultValue("30") int retentionDays,
    @DefaultValue("7") int daysAhead,
    @DefaultValue("10") int groupMillis,
    @DefaultValue("1000") int groupVisits,
    @DefaultValue("20000") int queueVisits,
    @DefaultValue("5") int futureMinutes,
    @DefaultValue("48") int waitingHours,
    @DefaultValue("2") int repeatMinutes,
    @DefaultValue("10000") int batchLines,
    @DefaultValue("5000000") int batchBytes,
    @DefaultValue("6") int deviceVisitsPerMinute,
    @DefaultValue("600") int placeVisitsPerMinute,
    @DefaultValue("600000") int tokenVisitsPerMinute) {
  /** The defaults, for tests and loaders. */
  public static VisitsSettings defaults() {
    return new VisitsSettings(30, 7, 10, 1000, 20000, 5, 48, 2, 10000, 5_000_000, 6, 600, 600_000);
  }
}
