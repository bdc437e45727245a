package vn.lachan.app.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links committed entries into blocks. One copy of the program does so at a time; the transaction
 * that places entries in a block is the one that takes them off those that wait, so whatever
 * happens in between an entry is in one block, or waits.
 */
class Sealer {
  private final BlockTable blocks;
  private final SealTable table;
  private final SealingKeys keys;
  private final int blockEntries;
  private final TransactionTemplate transactions;

  Sealer(
      BlockTable blocks,
      SealTable table,
      SealingKeys keys,
      int blockEntries,
      TransactionTemplate transactions) {
    this.blocks = blocks;
    this.table = table;
    this.keys = keys;
    this.blockEntries = blockEntries;
    this.transactions = transactions;
  }

  /** What one turn did: how many entries it sealed, and whether more wait. */
  record Turn(int entries, boolean more) {
    static final Turn NOTHING = new Turn(0, false);
  }

  /** Makes one block of what waits, unless another copy of the program is at it. */
  Turn seal(Instant now) {
    if (!table.anyWaits()) {
      return Turn.NOTHING;
    }
    return transactions.execute(_ -> table.takeTurn() ? sealInside(now) : Turn.NOTHING);
  }

  private Turn sealInside(Instant now) {
    List<EntryContent> entries = table.waiting(blockEntries);
    if (entries.isEmpty()) {
      return Turn.NOTHING;
    }
    boolean emptied = entries.size() < blockEntries;
    List<String> hashes = entries.stream().map(EntryContent::hash).toList();
    Block block = sign(next(blocks.last(), entries, Block.hashOf(hashes), emptied, now));
    blocks.insert(block);
    table.place(block.number(), entries, hashes);
    return new Turn(entries.size(), !emptied);
  }

  /** A clock that went back must not make a block older than the one before it. */
  private static Block next(
      Optional<Block> last,
      List<EntryContent> entries,
      String entriesHash,
      boolean emptied,
      Instant now) {
    Instant time = now.truncatedTo(ChronoUnit.MICROS);
    Instant sealedAt =
        last.map(Block::sealedAt).filter(before -> before.isAfter(time)).orElse(time);
    return new Block(
        last.map(Block::number).orElse(0L) + 1,
        Block.FORMAT,
        last.map(Block::link).orElse(Block.NOTHING_BEFORE),
        entriesHash,
        entries.getFirst().number(),
        entries.getLast().number(),
        entries.size(),
        emptied,
        sealedAt,
        "",
        "",
        "");
  }

  private Block sign(Block block) {
    SealingKey key = keys.signing();
    String hash = block.signedBy(key.id(), "", "").computedHash();
    return block.signedBy(key.id(), hash, key.sign(hash));
  }
}
