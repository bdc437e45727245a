package vn.lachan.app.privacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** On what a processing rests from a day until another, exclusive. */
public record LegalBasis(
    String activity,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Kind kind,
    String document,
    String certainty) {
  /** The kind of basis. */
  public enum Kind {
    /** Without consent, in a dangerous epidemic. */
    EPIDEMIC,
    /** A duty that a law lays on the office. */
    DUTY,
    /** Accounts of those who work with the program. */
    CONTRACT_OF_WORK,
    /** No personal data. */
    NO_PERSON
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
  }
}
