package vn.lachan.app.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys of identity as an operator sees them; nothing of the keys themselves.
 *
 * @param mayAdd whether the program can add versions itself; it cannot to keys from the environment
 */
public record KeyReport(List<Key> keys, boolean mayAdd) {
  public KeyReport {
    keys = List.copyOf(keys);
  }

  /** Which key. */
  public enum Kind {
    /** Wraps the key of each person and of each other sealed thing. */
    MASTER,
    /** Makes the hashes for look-up and the tokens of names. */
    LOOKUP
  }

  /**
   * One key.
   *
   * @param work the work that is bringing rows to the newest version; null when there is none
   */
  public record Key(Kind kind, List<Version> versions, @Nullable UUID work) {
    public Key {
      versions = List.copyOf(versions);
    }
  }

  /**
   * One version.
   *
   * @param number a random number, no order
   * @param newest whether it is used for all that is new
   * @param rows for the master key: keys that it wraps, of persons and of everything else; for the
   *     look-up key: hashes and rows of name tokens
   * @param devices for the look-up key: devices, which move when they are used next
   */
  public record Version(int number, boolean newest, long rows, long devices) {
    /** As the key's file and the backups write it. */
    public String text() {
      return Integer.toUnsignedString(number);
    }
  }
}
