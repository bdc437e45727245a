package vn.lachan.app.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the blocks from one to the next. A block's own hash and its link to the one before are
 * checked always; its signature only where it stands for what no later block signs (the last one,
 * and the last of each key) and now and then, because each later signature covers all before it.
 */
final class ChainCheck {
  private static final int SIGNATURE_EVERY = 1_000;

  private final Map<String, SealingKey> believed;
  private final Consumer<Finding> findings;
  private final Map<String, Long> firstBlockOfKey = new LinkedHashMap<>();
  private long expected;
  private @Nullable Block last;
  private boolean lastVerified = true;

  /**
   * @param first the block that must come first
   * @param before the one before it, believed as it is; null before the first of all
   */
  ChainCheck(
      Map<String, SealingKey> believed,
      long first,
      @Nullable Block before,
      Consumer<Finding> findings) {
    this.believed = believed;
    this.expected = first;
    this.last = before;
    this.findings = findings;
  }

  void next(Block block) {
    boolean gap = block.number() != expected;
    if (gap) {
      findings.accept(missing(expected, block.number() - 1));
    }
    expected = block.number() + 1;
    if (block.format() != Block.FORMAT) {
      findings.accept(Finding.ofBlock(Finding.Kind.BLOCK_UNKNOWN_FORMAT, block.number()));
    } else if (!block.computedHash().equals(block.hash())) {
      findings.accept(Finding.ofBlock(Finding.Kind.BLOCK_ALTERED, block.number()));
    }
    boolean knownBefore = last != null || block.number() == 1;
    String link = last == null ? Block.NOTHING_BEFORE : last.link();
    if (!gap && knownBefore && !block.previous().equals(link)) {
      findings.accept(Finding.ofBlock(Finding.Kind.CHAIN_BROKEN, block.number()));
    }
    if (last != null && (gap || !last.keyId().equals(block.keyId()))) {
      verifyLast();
    }
    meet(block);
  }

  /** The last block's signature stands for the whole chain. */
  void end() {
    verifyLast();
  }

  /** The first block that each key signed, in the order of their appearance. */
  Map<String, Long> keys() {
    return Collections.unmodifiableMap(firstBlockOfKey);
  }

  @Nullable Block last() {
    return last;
  }

  private static Finding missing(long first, long last) {
    String numbers = first == last ? Long.toString(first) : first + "–" + last;
    return new Finding(Finding.Kind.BLOCK_MISSING, first, 0, numbers);
  }

  private void meet(Block block) {
    boolean known = believed.containsKey(block.keyId());
    if (firstBlockOfKey.putIfAbsent(block.keyId(), block.number()) == null && !known) {
      findings.accept(new Finding(Finding.Kind.KEY_NOT_BELIEVED, block.number(), 0, block.keyId()));
    }
    last = block;
    lastVerified = false;
    if (block.number() % SIGNATURE_EVERY == 0) {
      verifyLast();
    }
  }

  private void verifyLast() {
    Block block = last;
    if (block == null || lastVerified) {
      return;
    }
    lastVerified = true;
    SealingKey key = believed.get(block.keyId());
    if (key != null && !key.verifies(block.hash(), block.signature())) {
      findings.accept(new Finding(Finding.Kind.SIGNATURE_WRONG, block.number(), 0, block.keyId()));
    }
  }
}
