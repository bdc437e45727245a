package vn.lachan.app.people;

/**
 * A record that a claim may speak of.
 *
 * @param position of the claim among those asked for
 * @param foundBy number of the {@link LookupKind}, or {@link #DEVICE}
 */
record Candidate(int position, short foundBy, PersonRow row, StoredIdentity identity) {
  /** Found by the device cookie itself. */
  static final short DEVICE = 0;

  long person() {
    return row.number();
  }

  boolean foundBy(LookupKind kind) {
    return foundBy == kind.number();
  }
}
