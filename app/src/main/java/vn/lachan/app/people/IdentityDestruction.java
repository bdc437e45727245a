package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes the key and everything by which a record could be found or told; the number stays. */
@Component
class IdentityDestruction {
  private final PersonTable persons;
  private final LookupTable lookups;
  private final NameIndexTable names;
  private final PhoneTable phones;
  private final PersonDevices devices;
  private final DuplicateTable duplicates;
  private final HouseholdTable households;
  private final IssuedCodeTable codes;
  private final NationalCodeTable nationalCodes;

  IdentityDestruction(
      PersonTable persons,
      LookupTable lookups,
      NameIndexTable names,
      PhoneTable phones,
      PersonDevices devices,
      DuplicateTable duplicates,
      HouseholdTable households,
      IssuedCodeTable codes,
      NationalCodeTable nationalCodes) {
    this.persons = persons;
    this.lookups = lookups;
    this.names = names;
    this.phones = phones;
    this.devices = devices;
    this.duplicates = duplicates;
    this.households = households;
    this.codes = codes;
    this.nationalCodes = nationalCodes;
  }

  /** Everybody whose companions will be known differently. */
  List<Long> livedWith(List<Long> records) {
    return households.companions(records);
  }

  Forgotten forget(List<Long> records, Instant now) {
    codes.forget(records, now);
    nationalCodes.forget(records);
    persons.destroy(records);
    duplicates.forget(records);
    int hashes = lookups.forget(records) + names.forget(records);
    return new Forgotten(
        hashes, phones.forget(records), devices.forget(records), households.forget(records));
  }

  /**
   * How much went.
   *
   * @param hashes of exact look-up, and sets of name tokens
   * @param stays in households and former residences
   */
  record Forgotten(int hashes, int phones, int devices, int stays) {}
}
