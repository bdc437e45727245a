package vn.lachan.app.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** Opens sealed rows only to show them masked. */
@Component
class PersonMasking {
  private final PersonTable persons;
  private final PhoneTable phones;
  private final Keyring keyring;

  PersonMasking(PersonTable persons, PhoneTable phones, Keyring keyring) {
    this.persons = persons;
    this.phones = phones;
    this.keyring = keyring;
  }

  Map<Long, MaskedPerson> masked(Collection<Long> records) {
    return records.isEmpty() ? Map.of() : masked(persons.rows(records));
  }

  Map<Long, MaskedPerson> masked(List<PersonRow> rows) {
    Map<PhoneTable.Slot, PhoneTable.Proof> proofs =
        phones.proofs(rows.stream().map(PersonRow::number).toList());
    Map<Long, MaskedPerson> masked = new HashMap<>();
    rows.forEach(row -> masked.put(row.number(), masked(row, proofs)));
    return masked;
  }

  private MaskedPerson masked(PersonRow row, Map<PhoneTable.Slot, PhoneTable.Proof> proofs) {
    if (row.destroyed()) {
      return new MaskedPerson(row.publicId(), "", null, false, null, row.unit(), true);
    }
    StoredIdentity identity = row.opened(keyring);
    PersonName name = identity.personName();
    Optional<StoredPhone> phone =
        identity.phones().stream()
            .min(Comparator.comparing(known -> !proofs.containsKey(slot(row, known))));
    return new MaskedPerson(
        row.publicId(),
        name == null ? "" : name.masked(),
        phone.map(known -> new PhoneNumber(known.digits()).masked()).orElse(null),
        phone.filter(known -> proofs.containsKey(slot(row, known))).isPresent(),
        identity.birthYear(),
        row.unit(),
        false);
  }

  private static PhoneTable.Slot slot(PersonRow row, StoredPhone phone) {
    return new PhoneTable.Slot(row.number(), phone.slot());
  }
}
