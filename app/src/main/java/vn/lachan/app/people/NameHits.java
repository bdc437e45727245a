package vn.lachan.app.people;

import java.util.List;

/**
 * What a search by name found.
 *
 * @param rows the most alike first
 * @param more whether others may be as alike as these, so that a year or commune would help
 */
public record NameHits(List<NameHit> rows, boolean more) {
  public NameHits {
    rows = List.copyOf(rows);
  }

  /**
   * One person.
   *
   * @param records how many records the person has; above 1 they were merged
   */
  public record NameHit(MaskedPerson person, Likeness likeness, int records) {}
}
