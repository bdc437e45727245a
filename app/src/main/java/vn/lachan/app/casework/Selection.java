package vn.lachan.app.casework;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of a case that somebody chose.
 *
 * @param persons public ids of those ticked
 * @param filter instead of them everybody whom this filter finds; null for the ticked ones
 */
public record Selection(Set<UUID> persons, @Nullable CaseContactFilter filter) {
  public Selection {
    persons = Set.copyOf(persons);
  }

  public static Selection of(Set<UUID> persons) {
    return new Selection(persons, null);
  }
}
