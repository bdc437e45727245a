package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.engine.scan.PhoneNumber;

/** Writing one record: sealed content, hashes and phones always change together. */
@Component
class RecordWriting {
  private final PersonTable persons;
  private final LookupTable lookups;
  private final PhoneTable phones;
  private final NameIndexing names;
  private final Keyring keyring;

  RecordWriting(
      PersonTable persons,
      LookupTable lookups,
      PhoneTable phones,
      NameIndexing names,
      Keyring keyring) {
    this.persons = persons;
    this.lookups = lookups;
    this.phones = phones;
    this.names = names;
    this.keyring = keyring;
  }

  long create(StoredIdentity identity, @Nullable Integer unit, Source source, Instant now) {
    UUID publicId = UUID.randomUUID();
    Sealed sealed = keyring.seal(identity.json(), publicId.toString());
    long number =
        persons.insert(
            publicId, sealed, Keyring.wrappedVersion(sealed.wrappedKey()), unit, source, now);
    lookups.add(number, LookupValue.of(identity, unit));
    names.write(number, identity);
    identity.phones().forEach(phone -> phones.claim(number, phone.slot(), now));
    return number;
  }

  /** Seals a changed identity with the key that the record has, in the caller's transaction. */
  void change(PersonRow row, StoredIdentity identity, @Nullable Integer unit, Instant now) {
    byte[] key = java.util.Objects.requireNonNull(row.sealed()).wrappedKey();
    persons.update(
        row.number(), keyring.sealWith(key, identity.json(), row.publicId().toString()), unit);
    lookups.replace(row.number(), LookupValue.of(identity, unit));
    names.write(row.number(), identity);
    identity.phones().forEach(phone -> phones.claim(row.number(), phone.slot(), now));
  }

  void prove(
      long person,
      StoredIdentity identity,
      PhoneNumber phone,
      @Nullable Long officer,
      Instant now) {
    int slot = identity.slotOf(phone).orElseThrow();
    phones.prove(person, slot, officer, now);
  }

  void shareDevice(long person, Claim claim) {
    lookups.add(
        person,
        LookupValue.of(claim).stream()
            .filter(value -> value.kind() == LookupKind.DEVICE_NAME)
            .toList());
  }

  Map<PhoneTable.Slot, PhoneTable.Proof> proofs(List<Long> records) {
    return phones.proofs(records);
  }
}
