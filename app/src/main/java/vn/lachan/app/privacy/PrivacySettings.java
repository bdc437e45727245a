package vn.lachan.app.privacy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of privacy. How long the law gives is no setting: it is dated data.
 *
 * @param office the office as its letters name it; where it is empty a line is left to fill in
 * @param textLetters longest text of one field
 * @param olderDays how many days back a request, a breach or an assessment may have begun
 * @param visitDays how many days back the answer to a person lists visits
 * @param visitRows most visits in one answer to a person
 * @param readingRows most entries of the audit record in one answer to a person
 * @param agencyDays longest time for which an agency may open what it was given
 * @param agencyPersons most persons of one agency request
 * @param breachPersons most persons added to a breach at once
 * @param textYears how many years after the end of a request, a breach or an assessment what people
 *     wrote with it is destroyed
 */
@ConfigurationProperties("privacy")
public record PrivacySettings(
    @DefaultValue("") String office,
    @DefaultValue("4000") int textLetters,
    @DefaultValue("1500") int olderDays,
    @DefaultValue("400") int visitDays,
    @DefaultValue("20000") int visitRows,
    @DefaultValue("5000") int readingRows,
    @DefaultValue("30") int agencyDays,
    @DefaultValue("50") int agencyPersons,
    @DefaultValue("500") int breachPersons,
    @DefaultValue("5") int textYears) {
  public PrivacySettings {
    if (textLetters < 1 || olderDays < 1 || visitDays < 1 || agencyDays < 1) {
      throw new IllegalArgumentException("settings of privacy must be positive");
    }
    if (visitRows < 1
        || readingRows < 1
        || agencyPersons < 1
        || breachPersons < 1
        || textYears < 1) {
      throw new IllegalArgumentException("limits of privacy must be positive");
    }
  }

  /** The defaults, for tests. */
  public static PrivacySettings defaults() {
    return new PrivacySettings("", 4_000, 1_500, 400, 20_000, 5_000, 30, 50, 500, 5);
  }
}
