package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;

/**
 * What a record shall say from now on: the whole of it, so that an emptied field becomes unknown.
 *
 * @param phone added as claimed; phones already known stay
 * @param version the version of the identity that the officer saw
 */
public record Correction(
    @Nullable PersonName name,
    @Nullable PartialDate birth,
    @Nullable Sex sex,
    @Nullable PhoneNumber phone,
    @Nullable CitizenNumber citizenNumber,
    @Nullable String address,
    @Nullable Integer unit,
    Reason reason,
    int version) {
  /** Why a record is corrected. */
  public enum Reason {
    STATED_BY_PERSON,
    DOCUMENT_SEEN,
    TYPING_MISTAKE
  }

  @Override
  public String toString() {
    return "Correction[" + reason + "]";
  }
}
