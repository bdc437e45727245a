package vn.lachan.app.people;

import java.util.List;
import java.util.Map;

/**
 * What a look-up found: each record is read once, however many claims it may be the person of.
 *
 * @param rows by number; a destroyed record has none
 */
record Hits(List<Hit> hits, Map<Long, PersonRow> rows) {
  static final Hits NONE = new Hits(List.of(), Map.of());

  Hits {
    hits = List.copyOf(hits);
    rows = Map.copyOf(rows);
  }

  /**
   * One record for one claim.
   *
   * @param position of the claim among those asked for
   * @param foundBy number of the {@link LookupKind}, or {@link Candidate#DEVICE}
   */
  record Hit(int position, short foundBy, long person) {}
}
