package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.PersonDestroyed;
import vn.lachan.app.people.PersonHolder;

/**
 * Keeps the identity of whoever has a declaration that is not yet dropped, and lets the answers go
 * with the person.
 */
@Component
class DeclarationHolder implements PersonHolder {
  private final DeclarationTable table;

  DeclarationHolder(DeclarationTable table) {
    this.table = table;
  }

  @Override
  public Set<Long> held(Collection<Long> records, Instant since) {
    return new HashSet<>(table.held(records));
  }

  /** In the transaction of the destruction: without the key the answers are noise anyway. */
  @EventListener
  void on(PersonDestroyed destroyed) {
    table.destroy(destroyed.records());
  }
}
