package vn.lachan.app.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.Sex;

/**
 * An opened identity. Records that were merged are read as one: what the first does not know is
 * taken from the others, phones are joined. {@link #toString} shows none of it.
 *
 * @param name as stated; empty where nobody stated one
 * @param birth the date of birth, or as much of it as is known
 * @param unit the commune of residence
 * @param formerHomes where the person lived before, the latest first
 * @param version changes with each correction; a correction names the one it was made from
 */
public record Identity(
    UUID publicId,
    String name,
    @Nullable PartialDate birth,
    @Nullable Sex sex,
    List<PhoneOf> phones,
    @Nullable String citizenNumber,
    @Nullable String address,
    @Nullable Integer unit,
    List<FormerHome> formerHomes,
    int version) {
  public Identity {
    phones = List.copyOf(phones);
    formerHomes = List.copyOf(formerHomes);
  }

  public @Nullable Integer birthYear() {
    return birth == null ? null : birth.year();
  }

  @Override
  public String toString() {
    return "Identity[" + publicId + "]";
  }
}
