package vn.lachan.app.places;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of coverage.
 *
 * @param followGroups most groups of received visits that one step counts
 * @param units most communes whose figures one step adds up anew
 * @param steps most steps of either kind in one round, so that a busy province leaves the processor
 *     to the gates
 * @param keptDays days back whose figures can be asked for
 * @param activityDays days for which the counts a place and day are kept; the last day of each
 *     place is kept for ever
 * @param exportRows most rows of one export
 */
@ConfigurationProperties("places.coverage")
record CoverageSettings(
    @DefaultValue("20") int followGroups,
    @DefaultValue("20") int units,
    @DefaultValue("10") int steps,
    @DefaultValue("35") int keptDays,
    @DefaultValue("120") int activityDays,
    @DefaultValue("100000") int exportRows) {
  CoverageSettings {
    if (followGroups < 1 || units < 1 || steps < 1 || exportRows < 1) {
      throw new IllegalArgumentException("places.coverage: every limit is at least 1");
    }
    if (keptDays < 30 || activityDays < keptDays + 30) {
      throw new IllegalArgumentException(
          "places.coverage: kept-days at least 30, activity-days at least 30 more");
    }
  }
}
