package vn.lachan.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did and must answer for: opening a name, exporting a list, changing a
 * record. It holds numbers and codes, never identity.
 *
 * @param actor the account; 0 is the program itself
 * @param kind what was done, as {@code <module>.<verb>}; also a message key under {@code audit.}
 * @param purpose the reason that the actor chose or typed; null where the act needs none
 * @param caseId the case for which it was done
 * @param query the filter of a list or the name of the thing, without identity
 * @param count rows shown or changed
 * @param persons numbers of the persons concerned
 */
public record Act(
    long actor,
    String kind,
    @Nullable String purpose,
    @Nullable Long caseId,
    @Nullable String query,
    int count,
    List<Long> persons) {
  /** The account number of the program itself. */
  public static final long PROGRAM = 0;

  public Act {
    persons = List.copyOf(persons);
  }

  public static Act of(long actor, String kind) {
    return new Act(actor, kind, null, null, null, 1, List.of());
  }

  public static Act on(long actor, String kind, String thing) {
    return new Act(actor, kind, null, null, thing, 1, List.of());
  }

  public static Act onPerson(long actor, String kind, long person, @Nullable String purpose) {
    return new Act(actor, kind, purpose, null, null, 1, List.of(person));
  }

  public Act forCase(@Nullable Long number) {
    return new Act(actor, kind, purpose, number, query, count, persons);
  }

  public Act because(@Nullable String reason) {
    return new Act(actor, kind, reason, caseId, query, count, persons);
  }
}
