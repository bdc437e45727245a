package vn.lachan.app.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of keys that the master key wraps. The module that owns the table offers it, so that a
 * rotation finds every such key without knowing what it opens.
 */
@Inside("for the rotation of the master key, which asks for its permission itself")
public interface WrappedKeys {
  /** The column with its schema and table; the order in which a rotation goes through them. */
  String column();

  /** How many keys each version of the master key wraps. */
  Map<Integer, Long> byVersion();

  /** Whether a version still wraps anything; looks into the keys themselves. */
  boolean isUsed(int version);

  /**
   * Wraps the next keys anew that another version than the newest wraps, in the caller's
   * transaction; what they open stays as it is.
   *
   * @param after where the portion before ended; null at the beginning
   * @return what was done, in order
   */
  Portion rewrap(Keyring keyring, @Nullable String after, int most);

  /**
   * One portion.
   *
   * @param last where the next one goes on; null when nothing is left
   */
  record Portion(int done, @Nullable String last) {}
}
