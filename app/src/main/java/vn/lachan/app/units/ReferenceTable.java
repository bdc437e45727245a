package vn.lachan.app.units;

import java.util.List;

/**
 * The committed reference data, as {@code units/*.tsv} hold them; each file's head says what its
 * columns mean and where the facts come from. {@code version} is a hash over all files.
 */
record ReferenceTable(
    List<Unit> units, List<Lineage> lineage, List<Sector> sectors, String version) {
  static ReferenceTable load() {
    return new ReferenceReader().read();
  }
}
