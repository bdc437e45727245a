package vn.lachan.app.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.PersonHolder;

/** Keeps the identity of persons of cases and their contacts, until the cases are long closed. */
@Component
class CaseHolder implements PersonHolder {
  private final CaseHeldTable table;

  CaseHolder(CaseHeldTable table) {
    this.table = table;
  }

  @Override
  public Set<Long> held(Collection<Long> records, Instant since) {
    return new HashSet<>(table.held(records, since));
  }
}
