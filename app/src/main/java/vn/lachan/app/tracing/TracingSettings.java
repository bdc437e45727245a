package vn.lachan.app.tracing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of traces.
 *
 * @param windowDays longest window of a trace in days; a longer one is refused as a typing mistake
 * @param keptExposures most exposures kept as evidence of one contact of the first generation
 * @param keptFarExposures the same of later generations, which are many and less looked into
 * @param copyAheadDays how many days before visits are destroyed an open trace copies those it used
 * @param followGroups groups of arrivals that the follower reads at once
 * @param openEndedEvery how often a trace is computed anew whose index case is not isolated
 * @param refreshEvery how often any open trace is computed anew, for households and lost alarms
 * @param batchTraces traces computed side by side, in questions to storage that they share
 * @param crowdVisitors most visitors of a place in one span of exposure who are listed without
 *     asking; more are a crowd. Taken over into a trace when it is opened
 * @param lookPause after how long without a look an officer's next look begins a new sitting, in
 *     which everything since the last one counts as new
 * @param itineraryDays how many days back a published itinerary may begin, and stays public
 */
@ConfigurationProperties("tracing")
public record TracingSettings(
    @DefaultValue("60") int windowDays,
    @DefaultValue("200") int keptExposures,
    @DefaultValue("5") int keptFarExposures,
    @DefaultValue("7") int copyAheadDays,
    @DefaultValue("500") int followGroups,
    @DefaultValue("5m") Duration openEndedEvery,
    @DefaultValue("24h") Duration refreshEvery,
    @DefaultValue("20") int batchTraces,
    @DefaultValue("2000") int crowdVisitors,
    @DefaultValue("30m") Duration lookPause,
    @DefaultValue("21") int itineraryDays) {
  public TracingSettings {
    if (batchTraces < 1 || crowdVisitors < 1 || itineraryDays < 1) {
      throw new IllegalArgumentException("tracing: every limit is at least 1");
    }
  }

  /** The defaults, for tests. */
  public static TracingSettings defaults() {
    return new TracingSettings(
        60,
        200,
        5,
        7,
        500,
        Duration.ofMinutes(5),
        Duration.ofHours(24),
        20,
        2_000,
        Duration.ofMinutes(30),
        21);
  }
}
