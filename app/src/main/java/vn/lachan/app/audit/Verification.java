package vn.lachan.app.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the whole record, or its blocks from one on, and says everything that is not as it was
 * sealed. It believes nothing of the database but what the keys and the heads from outside prove.
 */
final class Verification {
  private static final int PAGE_BLOCKS = 500;
  private static final int OUTSIDE_ROWS = 10_000;

  private final BlockTable blocks;
  private final VerificationTable table;
  private final Map<String, SealingKey> believed;
  private final Consumer<Finding> findings;
  private final LongConsumer progress;

  /**
   * @param progress told the number of entries read so far, after each block
   */
  Verification(
      JdbcClient jdbc,
      Map<String, SealingKey> believed,
      Consumer<Finding> findings,
      LongConsumer progress) {
    this.blocks = new BlockTable(jdbc);
    this.table = new VerificationTable(jdbc);
    this.believed = believed;
    this.findings = findings;
    this.progress = progress;
  }

  /**
   * What was read.
   *
   * @param last the last block; null when there is none
   * @param keys the first block of each key
   * @param waiting entries of the unsealed tail, from {@code waitingFrom} to {@code waitingTo}
   */
  record Summary(
      @Nullable Block last,
      long blocks,
      long entries,
      Map<String, Long> keys,
      long waiting,
      long waitingFrom,
      long waitingTo) {}

  /**
   * @param fromBlock the first block to read; what lies before is believed
   * @param anchors heads kept outside
   */
  Summary run(long fromBlock, List<Head> anchors) {
    long from = Math.max(fromBlock, 1);
    Optional<Block> last = blocks.last();
    long lastNumber = last.map(Block::number).orElse(0L);
    @Nullable Block before = from > 1 ? blocks.byNumber(from - 1).orElse(null) : null;
    var chain = new ChainCheck(believed, from, before, findings);
    var entries = new EntryCheck(findings);
    long read = readBlocks(from, lastNumber, chain, entries);
    chain.end();
    for (long block : table.blocksWithoutHeader(lastNumber, OUTSIDE_ROWS)) {
      findings.accept(missing(block));
    }
    anchors.forEach(anchor -> compare(anchor, lastNumber));
    long firstEntry = from > 1 ? blocks.byNumber(from).map(Block::firstEntry).orElse(0L) : 0;
    for (long entry : table.outside(firstEntry, OUTSIDE_ROWS)) {
      findings.accept(Finding.ofEntry(Finding.Kind.ENTRY_OUTSIDE, 0, entry));
    }
    return tail(chain, entries, Math.max(0, lastNumber - from + 1), read);
  }

  private long readBlocks(long from, long last, ChainCheck chain, EntryCheck entries) {
    var rows = new SealedRows(table, from, last);
    long read = 0;
    long after = from - 1;
    List<Block> page = blocks.between(after, last, PAGE_BLOCKS);
    while (!page.isEmpty()) {
      for (Block block : page) {
        chain.next(block);
        List<SealedRow> ofBlock = rows.of(block.number());
        entries.check(block, ofBlock);
        read += ofBlock.size();
        progress.accept(read);
      }
      page = blocks.between(page.getLast().number(), last, PAGE_BLOCKS);
    }
    return read;
  }

  private void compare(Head anchor, long lastNumber) {
    SealingKey key = believed.get(anchor.keyId());
    if (key == null) {
      findings.accept(
          new Finding(Finding.Kind.ANCHOR_KEY_NOT_BELIEVED, anchor.block(), 0, anchor.keyId()));
    } else if (!key.verifies(anchor.hash(), anchor.signature())) {
      findings.accept(Finding.ofBlock(Finding.Kind.ANCHOR_FORGED, anchor.block()));
      return;
    }
    if (anchor.block() > lastNumber) {
      findings.accept(
          new Finding(Finding.Kind.TAIL_CUT, anchor.block(), 0, Long.toString(lastNumber)));
      return;
    }
    boolean same =
        blocks.byNumber(anchor.block()).filter(b -> b.hash().equals(anchor.hash())).isPresent();
    if (!same) {
      findings.accept(Finding.ofBlock(Finding.Kind.ANCHOR_DIFFERS, anchor.block()));
    }
  }

  private Summary tail(ChainCheck chain, EntryCheck entries, long count, long read) {
    List<VerificationTable.WaitingRow> waiting = table.waiting(OUTSIDE_ROWS);
    for (VerificationTable.WaitingRow row : waiting) {
      if (row.recorded() == 0) {
        findings.accept(Finding.ofEntry(Finding.Kind.WAITING_MISSING, 0, row.entry()));
      } else if (entries.isLate(row.recorded())) {
        findings.accept(Finding.ofEntry(Finding.Kind.ENTRY_IN_THE_PAST, 0, row.entry()));
      }
    }
    return new Summary(
        chain.last(),
        count,
        read,
        chain.keys(),
        table.countWaiting(),
        waiting.isEmpty() ? 0 : waiting.getFirst().entry(),
        waiting.isEmpty() ? 0 : waiting.getLast().entry());
  }

  private static Finding missing(long block) {
    return new Finding(Finding.Kind.BLOCK_MISSING, block, 0, Long.toString(block));
  }
}
