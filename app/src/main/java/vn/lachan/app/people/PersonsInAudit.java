package vn.lachan.app.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.AuditedPersons;

/** Turns the record numbers of the audit record into public ids and back. */
@Component
class PersonsInAudit implements AuditedPersons {
  private final PersonTable persons;
  private final AliasTable aliases;

  PersonsInAudit(PersonTable persons, AliasTable aliases) {
    this.persons = persons;
    this.aliases = aliases;
  }

  @Override
  public List<Long> records(UUID publicId) {
    OptionalLong record = persons.byPublicId(publicId);
    if (record.isEmpty()) {
      return List.of();
    }
    long one = record.getAsLong();
    long standing = aliases.canonical(List.of(one)).getOrDefault(one, one);
    return aliases.records(List.of(standing)).getOrDefault(standing, List.of(one));
  }

  @Override
  public Map<Long, UUID> publicIds(Collection<Long> records) {
    Map<Long, UUID> ids = new HashMap<>();
    if (!records.isEmpty()) {
      persons.rows(records).forEach(row -> ids.put(row.number(), row.publicId()));
    }
    return ids;
  }
}
