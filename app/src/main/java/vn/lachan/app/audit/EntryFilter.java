package vn.lachan.app.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries an auditor asks for; null means any.
 *
 * @param persons record numbers of one person; null means whoever
 * @param before the number before which the page begins
 */
public record EntryFilter(
    @Nullable Long actor,
    @Nullable String kind,
    @Nullable List<Long> persons,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long before) {
  public EntryFilter {
    persons = persons == null ? null : List.copyOf(persons);
  }

  public static EntryFilter latest() {
    return new EntryFilter(null, null, null, null, null, null);
  }

  /** What concerns one person, by all their records. */
  public static EntryFilter about(List<Long> records) {
    return new EntryFilter(null, null, records, null, null, null);
  }

  /** The same question, from this number on downwards. */
  public EntryFilter beforeNumber(@Nullable Long number) {
    return new EntryFilter(actor, kind, persons, from, to, number);
  }
}
