package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;

/**
 * A person to be loaded in bulk, known to be new. {@link #toString} shows none of it.
 *
 * @param household any number shared by those who live together in this load; null for none
 * @param since when the record and the living together begin
 */
public record NewPerson(
    PersonName name,
    @Nullable PartialDate birth,
    @Nullable Sex sex,
    @Nullable PhoneNumber phone,
    boolean phoneProved,
    @Nullable String citizenNumber,
    @Nullable String address,
    @Nullable Integer unit,
    @Nullable Long household,
    Instant since) {
  @Override
  public String toString() {
    return "NewPerson[" + name + "]";
  }
}
