package vn.lachan.app.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of persons.
 *
 * @param nameCandidatesMost records that one search by name opens to compare them
 * @param nameHitsMost persons that one search by name shows
 * @param nameSearchesPerMinute searches by name of one account in a minute
 * @param nameSearchesPerDay searches by name of one account in 24 hours
 * @param retentionDays days after which a person whom nothing needs any more is destroyed; 0 is
 *     never. No Vietnamese document that we know states a number, so none is assumed
 * @param retentionFrom the day from which {@code retentionDays} holds; nothing is destroyed before
 * @param retentionSource the document that states it, kept with every destruction
 */
@ConfigurationProperties("people")
public record PeopleSettings(
    @DefaultValue("2000") int nameCandidatesMost,
    @DefaultValue("50") int nameHitsMost,
    @DefaultValue("30") int nameSearchesPerMinute,
    @DefaultValue("1000") int nameSearchesPerDay,
    @DefaultValue("0") int retentionDays,
    @Nullable LocalDate retentionFrom,
    @DefaultValue("") String retentionSource) {
  public PeopleSettings {
    require(nameCandidatesMost >= 1, "people.name-candidates-most");
    require(nameHitsMost >= 1, "people.name-hits-most");
    require(nameSearchesPerMinute >= 1, "people.name-searches-per-minute");
    require(nameSearchesPerDay >= 1, "people.name-searches-per-day");
    require(retentionDays >= 0, "people.retention-days");
    require(
        retentionDays == 0 || (retentionFrom != null && !retentionSource.isBlank()),
        "people.retention-from and people.retention-source");
  }

  /** Whether persons are destroyed by age on that day. */
  boolean retentionHolds(LocalDate day) {
    return retentionDays > 0 && retentionFrom != null && !day.isBefore(retentionFrom);
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting " + setting);
    }
  }
}
