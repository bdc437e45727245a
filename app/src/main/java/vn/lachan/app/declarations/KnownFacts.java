package vn.lachan.app.declarations;

import java.util.Set;

/**
 * A higher module that knows something of a person which the rules of a form ask besides the
 * answers, such as {@code under-order}: the person is a contact of an open case. It is asked when
 * somebody declares, and its answer shows in the level only, never to whoever typed.
 */
public interface KnownFacts {
  /** Codes of facts, as the rules name them. */
  Set<String> of(long person);
}
