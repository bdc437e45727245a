package vn.lachan.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with everybody it concerns and its place in the sealed record.
 *
 * @param persons record numbers; they never leave the program
 * @param seal null while the entry waits
 */
public record EntryDetail(Entry entry, List<Long> persons, @Nullable Place seal) {
  public EntryDetail {
    persons = List.copyOf(persons);
  }

  /**
   * Where the entry is sealed.
   *
   * @param hash of the entry with its persons
   * @param head of its block
   */
  public record Place(int position, String hash, Head head) {}
}
