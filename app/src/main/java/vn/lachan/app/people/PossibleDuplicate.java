package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two records that may be one person, for the commune to settle.
 *
 * @param number its own number, by which it is settled
 * @param verdict null while it is open
 * @param settledBy the account that decided; null while it is open
 * @param revision grows with every decision; whoever decides names the one they saw
 */
public record PossibleDuplicate(
    long number,
    MaskedPerson first,
    MaskedPerson second,
    Reason reason,
    Instant foundAt,
    @Nullable Verdict verdict,
    @Nullable Instant settledAt,
    @Nullable Long settledBy,
    int revision) {
  /** What made the two suspicious. The names are stored. */
  public enum Reason {
    /** One citizen number, two names or birth years. */
    CITIZEN_NUMBER,
    /** One phone and name, two birth years or none that decides. */
    PHONE_AND_NAME,
    /** One phone and birth year, two names. */
    PHONE_AND_YEAR,
    /** Own code or device, but another name, birth year or citizen number. */
    OWN_CODE,
    /** Two phones' holders each say that they look after this person. */
    TWO_HOLDERS,
    /** One name, birth year and commune, and nothing else to tell by. */
    NAME_AND_YEAR,
    /** An officer thought so. */
    OFFICER
  }

  /** What became of it. */
  public enum Verdict {
    MERGED,
    DIFFERENT
  }
}
