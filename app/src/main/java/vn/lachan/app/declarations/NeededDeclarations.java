package vn.lachan.app.declarations;

import java.util.Collection;
import java.util.Set;

/**
 * A higher module in which persons stand whose declarations are still needed after the retention:
 * an open case. It is asked before declarations are dropped.
 */
public interface NeededDeclarations {
  /** Those of the records whose declarations must stay. */
  Set<Long> neededOf(Collection<Long> records);
}
