package vn.lachan.app.audit;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares the entries of a block with what was sealed. An entry that says it was recorded long
 * before a block that left nothing waiting, yet stands in a later block, was put in afterwards: no
 * transaction of the program lasts that long.
 */
final class EntryCheck {
  static final long LATE_MICROS = Duration.ofHours(1).toNanos() / 1_000;

  private final Consumer<Finding> findings;
  private long emptiedAt = Long.MIN_VALUE;

  EntryCheck(Consumer<Finding> findings) {
    this.findings = findings;
  }

  void check(Block block, List<SealedRow> rows) {
    rows.forEach(row -> checkRow(block.number(), row));
    if (!checkPlaces(block, rows)) {
      checkOrder(block, rows);
    }
    if (block.emptied()) {
      emptiedAt = EntryContent.micros(block.sealedAt());
    }
  }

  /** Whether an entry recorded then should have been sealed in a block already seen. */
  boolean isLate(long recorded) {
    return emptiedAt != Long.MIN_VALUE && recorded < emptiedAt - LATE_MICROS;
  }

  private void checkRow(long block, SealedRow row) {
    if (row.now() == null) {
      findings.accept(Finding.ofEntry(Finding.Kind.ENTRY_MISSING, block, row.entry()));
      return;
    }
    if (!row.now().equals(row.hash())) {
      findings.accept(Finding.ofEntry(Finding.Kind.ENTRY_ALTERED, block, row.entry()));
    }
    if (isLate(row.recorded())) {
      findings.accept(Finding.ofEntry(Finding.Kind.ENTRY_IN_THE_PAST, block, row.entry()));
    }
  }

  /** Whether a place is empty or one too many. */
  private boolean checkPlaces(Block block, List<SealedRow> rows) {
    boolean found = false;
    int expected = 0;
    for (SealedRow row : rows) {
      for (; expected < row.position() && expected < block.count(); expected++) {
        found = true;
        findings.accept(place(Finding.Kind.ENTRY_TAKEN_FROM_BLOCK, block, 0, expected));
      }
      if (row.position() >= block.count()) {
        found = true;
        findings.accept(
            place(Finding.Kind.ENTRY_SLIPPED_INTO_BLOCK, block, row.entry(), row.position()));
      }
      expected = row.position() + 1;
    }
    for (; expected < block.count(); expected++) {
      found = true;
      findings.accept(place(Finding.Kind.ENTRY_TAKEN_FROM_BLOCK, block, 0, expected));
    }
    return found;
  }

  /** The sealer places entries by their numbers, so a changed order shows. */
  private void checkOrder(Block block, List<SealedRow> rows) {
    List<String> hashes = rows.stream().map(SealedRow::hash).toList();
    if (Block.hashOf(hashes).equals(block.entries())) {
      return;
    }
    boolean ascending = true;
    for (int i = 1; i < rows.size(); i++) {
      ascending &= rows.get(i - 1).entry() < rows.get(i).entry();
    }
    Finding.Kind kind = ascending ? Finding.Kind.ENTRIES_EXCHANGED : Finding.Kind.ENTRIES_REORDERED;
    findings.accept(
        new Finding(kind, block.number(), 0, block.firstEntry() + "–" + block.lastEntry()));
  }

  private static Finding place(Finding.Kind kind, Block block, long entry, int position) {
    return new Finding(kind, block.number(), entry, Integer.toString(position));
  }
}
