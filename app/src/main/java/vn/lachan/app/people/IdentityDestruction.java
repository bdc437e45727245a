package vn.lachan.app.people;

import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes the key and everything by which a record could be found or told; the number stays. */
@Component
class IdentityDestruction {
  private final PersonTable persons;
  private final LookupTable lookups;
  private final PhoneTable phones;
  private final PersonDevices devices;
  private final DuplicateTable duplicates;
  private final HouseholdTable households;

  IdentityDestruction(
      PersonTable persons,
      LookupTable lookups,
      PhoneTable phones,
      PersonDevices devices,
      DuplicateTable duplicates,
      HouseholdTable households) {
    this.persons = persons;
    this.lookups = lookups;
    this.phones = phones;
    this.devices = devices;
    this.duplicates = duplicates;
    this.households = households;
  }

  void forget(List<Long> records) {
    persons.destroy(records);
    lookups.forget(records);
    phones.forget(records);
    devices.forget(records);
    duplicates.forget(records);
    households.forget(records);
  }
}
