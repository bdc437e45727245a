package vn.lachan.app.tracing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.PersonMerged;

/** Notes merges and their undoing in their own transaction, so that none is lost. */
@Component
class AliasListener {
  private final FollowerTable table;

  AliasListener(FollowerTable table) {
    this.table = table;
  }

  @EventListener
  void on(PersonMerged merged) {
    table.aliasChanged(merged.person(), merged.sameAs());
  }
}
