package vn.lachan.app.people;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import vn.lachan.app.kernel.Inside;

/**
 * Seals what other modules hold of a person with the person's own key, so that it can be read as
 * long as the person is known and no longer: destroying the person destroys it too.
 */
public interface PersonSeals {
  /**
   * A text on its way into a row.
   *
   * @param thing names the row, so that rows cannot be exchanged; the same text opens it
   */
  record Plain(long person, String thing, String text) {
    @Override
    public String toString() {
      return "Plain[" + thing + "]";
    }
  }

  /** A sealed text as its row holds it. */
  record Row(long person, String thing, byte[] sealed) {}

  /** The sealed bytes; empty where the person is unknown or was destroyed. */
  @Inside("whoever holds the text already seals it")
  Optional<byte[]> seal(Plain plain);

  /** As {@link #seal} for many by their thing; those that cannot be sealed miss. */
  @Inside("whoever holds the texts already seals them")
  Map<String, byte[]> sealAll(Collection<Plain> texts);

  /** The text; empty where the person was destroyed. */
  @Inside("the caller has recorded the opening, or shows the person their own words")
  Optional<String> open(Row row);

  /** As {@link #open} for many by their thing; those that cannot be opened miss. */
  @Inside("the caller has recorded the opening, or shows the persons their own words")
  Map<String, String> openAll(Collection<Row> rows);
}
