package vn.lachan.app.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;

/**
 * What is sealed of a record, as the JSON that is encrypted. All hashes of the record but those of
 * its devices can be computed from it.
 *
 * @param birth 1990-01-31, 1990-01 or 1990
 * @param code symbols of the personal code, kept so that it can be printed again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredIdentity(
    @Nullable String name,
    @Nullable String birth,
    @Nullable Sex sex,
    List<StoredPhone> phones,
    @Nullable String citizenNumber,
    @Nullable String address,
    @Nullable String code) {
  /** Phones of one record; claims beyond it are dropped unless proved. */
  static final int PHONES_MOST = 8;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final StoredIdentity NOTHING =
      new StoredIdentity(null, null, null, List.of(), null, null, null);

  StoredIdentity {
    phones = List.copyOf(phones);
  }

  static StoredIdentity of(Claim claim) {
    return NOTHING.filledFrom(claim);
  }

  static StoredIdentity read(String json) {
    return JSON.readValue(json, StoredIdentity.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** The same with what was unknown taken from a claim; what is known stays. */
  StoredIdentity filledFrom(Claim claim) {
    StoredIdentity filled =
        new StoredIdentity(
            name == null && claim.name() != null ? claim.name().text() : name,
            birth == null && claim.birthYear() != null ? claim.birthYear().toString() : birth,
            sex == null ? claim.sex() : sex,
            phones,
            citizenNumber == null ? claim.citizenNumber() : citizenNumber,
            address == null ? claim.address() : address,
            code);
    boolean room = claim.phoneProved() || phones.size() < PHONES_MOST;
    return claim.phone() != null && room ? filled.withPhone(claim.phone()) : filled;
  }

  StoredIdentity withPhone(PhoneNumber phone) {
    if (slotOf(phone).isPresent()) {
      return this;
    }
    List<StoredPhone> more = new ArrayList<>(phones);
    int slot = phones.stream().mapToInt(StoredPhone::slot).max().orElse(0) + 1;
    more.add(new StoredPhone(slot, phone.digits()));
    return new StoredIdentity(name, birth, sex, more, citizenNumber, address, code);
  }

  StoredIdentity withCode(PersonalCode newCode) {
    return new StoredIdentity(name, birth, sex, phones, citizenNumber, address, newCode.symbols());
  }

  StoredIdentity withAddress(@Nullable String newAddress) {
    return new StoredIdentity(name, birth, sex, phones, citizenNumber, newAddress, code);
  }

  /** The same with everything a correction states; phones and code stay. */
  StoredIdentity corrected(Correction correction) {
    StoredIdentity corrected =
        new StoredIdentity(
            correction.name() == null ? null : correction.name().text(),
            correction.birth() == null ? null : correction.birth().toString(),
            correction.sex(),
            phones,
            correction.citizenNumber() == null ? null : correction.citizenNumber().digits(),
            correction.address(),
            code);
    return correction.phone() == null ? corrected : corrected.withPhone(correction.phone());
  }

  /** Whether a claim says something else where both speak: name, birth year, citizen number. */
  boolean contradicts(Claim claim) {
    return nameDiffers(claim) || yearDiffers(claim) || differ(citizenNumber, claim.citizenNumber());
  }

  boolean nameDiffers(Claim claim) {
    return differ(nameKey(), claim.name() == null ? null : claim.name().key());
  }

  boolean yearDiffers(Claim claim) {
    return differ(birthYear(), claim.birthYear());
  }

  Optional<Integer> slotOf(PhoneNumber phone) {
    return phones.stream()
        .filter(known -> known.digits().equals(phone.digits()))
        .map(StoredPhone::slot)
        .findFirst();
  }

  @Nullable PersonName personName() {
    return name == null ? null : new PersonName(name);
  }

  @Nullable String nameKey() {
    return name == null ? null : new PersonName(name).key();
  }

  @Nullable Integer birthYear() {
    return birth == null ? null : Integer.valueOf(birth.substring(0, 4));
  }

  @Nullable PartialDate birthDate() {
    if (birth == null) {
      return null;
    }
    return new PartialDate(part(birth, 0, 4), part(birth, 5, 7), part(birth, 8, 10));
  }

  @Override
  public String toString() {
    return "StoredIdentity";
  }

  private static int part(String date, int from, int to) {
    return date.length() < to ? 0 : Integer.parseInt(date.substring(from, to));
  }

  private static boolean differ(@Nullable Object known, @Nullable Object claimed) {
    return known != null && claimed != null && !known.equals(claimed);
  }
}
