package vn.lachan.app.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

  /** Writes what is new or changed of these, in the caller's transaction. */
  void write(Collection<Draft> drafts, Instant now) {
    List<Draft> fresh = drafts.stream().filter(Draft::isNew).toList();
    List<Draft> changed =
        drafts.stream().filter(draft -> !draft.isNew() && draft.isChanged()).toList();
    if (!fresh.isEmpty()) {
      persons.insert(fresh.stream().map(draft -> sealed(draft, now)).toList(), now);
    }
    if (!changed.isEmpty()) {
      persons.update(changed.stream().map(this::change).toList());
      lookups.clear(changed.stream().map(Draft::number).toList());
    }
    List<Draft> written = Stream.concat(fresh.stream(), changed.stream()).toList();
    if (!written.isEmpty()) {
      makeFindable(written, now);
    }
    for (Draft draft : drafts) {
      draft.proved().forEach(phone -> prove(draft.number(), draft.identity(), phone, null, now));
    }
  }

  private PersonRow sealed(Draft draft, Instant now) {
    UUID publicId = UUID.randomUUID();
    Sealed sealed = keyring.seal(draft.identity().json(), publicId.toString());
    return new PersonRow(draft.number(), publicId, sealed, 1, draft.unit(), draft.source(), now);
  }

  private PersonTable.Change change(Draft draft) {
    PersonRow row = draft.row();
    byte[] key = Objects.requireNonNull(row.sealed()).wrappedKey();
    return new PersonTable.Change(
        row.number(),
        keyring.sealWith(key, draft.identity().json(), row.publicId().toString()),
        draft.unit());
  }

  private void makeFindable(List<Draft> written, Instant now) {
    Map<Long, List<LookupValue>> values = new LinkedHashMap<>();
    Map<Long, StoredIdentity> identities = new LinkedHashMap<>();
    List<PhoneTable.Slot> slots = new ArrayList<>();
    for (Draft draft : written) {
      values.put(draft.number(), draft.values());
      identities.put(draft.number(), draft.identity());
      slots.addAll(slots(draft.number(), draft.identity()));
    }
    lookups.addAll(values);
    names.writeAll(identities);
    phones.claim(slots, now);
  }

  private static List<PhoneTable.Slot> slots(long person, StoredIdentity identity) {
    return identity.phones().stream()
        .map(phone -> new PhoneTable.Slot(person, phone.slot()))
        .toList();
  }

  /** Seals a changed identity with the key that the record has, in the caller's transaction. */
  void change(PersonRow row, StoredIdentity identity, @Nullable Integer unit, Instant now) {
    byte[] key = Objects.requireNonNull(row.sealed()).wrappedKey();
    persons.update(
        row.number(), keyring.sealWith(key, identity.json(), row.publicId().toString()), unit);
    lookups.replace(row.number(), LookupValue.of(identity, unit));
    names.write(row.number(), identity);
    phones.claim(slots(row.number(), identity), now);
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

  Map<PhoneTable.Slot, PhoneTable.Proof> proofs(List<Long> records) {
    return phones.proofs(records);
  }
}
