package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;

/** Finding persons by name: the front door of those who are entitled to it. */
public interface NameSearch {
  /**
   * Persons whose name is like the one typed, the most alike first, masked; records of one person
   * are one row. PEOPLE_SEARCH, within its reach by the record's commune. An act, with its purpose;
   * the audit record keeps a keyed hash of what was typed.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code people.refused.purpose}, {@code
   *     people.refused.searches}, {@code people.refused.search-slow}
   */
  NameHits byName(Actor actor, NameQuery query, String purpose, @Nullable Long caseId, Instant now);
}
