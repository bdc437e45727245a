package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;

/**
 * A record that a claim may speak of.
 *
 * @param foundBy number of the {@link LookupKind}, or {@link #DEVICE}
 * @param unit its commune of residence
 */
record Candidate(short foundBy, long person, StoredIdentity identity, @Nullable Integer unit) {
  /** Found by the device cookie itself. */
  static final short DEVICE = 0;

  boolean foundBy(LookupKind kind) {
    return foundBy == kind.number();
  }
}
