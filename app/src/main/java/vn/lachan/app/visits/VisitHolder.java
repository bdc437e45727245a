package vn.lachan.app.visits;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.PersonHolder;

/** Keeps the identity of whoever has a visit that is not yet forgotten: a trace may name them. */
@Component
class VisitHolder implements PersonHolder {
  private final VisitHeldTable table;

  VisitHolder(VisitHeldTable table) {
    this.table = table;
  }

  @Override
  public Set<Long> held(Collection<Long> records, Instant since) {
    return new HashSet<>(table.held(records));
  }
}
