package vn.lachan.app.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sealed rows from one block to another in their order, a page in memory at a time. */
final class SealedRows {
  private static final int PAGE_ROWS = 10_000;

  private final VerificationTable table;
  private final long lastBlock;
  private Iterator<SealedRow> page = List.<SealedRow>of().iterator();
  private @Nullable SealedRow next;
  private long afterBlock;
  private int afterPosition;

  SealedRows(VerificationTable table, long firstBlock, long lastBlock) {
    this.table = table;
    this.lastBlock = lastBlock;
    this.afterBlock = firstBlock - 1;
    this.afterPosition = Integer.MAX_VALUE;
    advance();
  }

  /** The rows of this block; those of earlier blocks, which have no block row, are passed over. */
  List<SealedRow> of(long block) {
    while (next != null && next.block() < block) {
      advance();
    }
    List<SealedRow> rows = new ArrayList<>();
    while (next != null && next.block() == block) {
      rows.add(next);
      advance();
    }
    return rows;
  }

  private void advance() {
    if (!page.hasNext()) {
      page = table.after(afterBlock, afterPosition, lastBlock, PAGE_ROWS).iterator();
    }
    next = page.hasNext() ? page.next() : null;
    if (next != null) {
      afterBlock = next.block();
      afterPosition = next.position();
    }
  }
}
