package vn.lachan.app.audit;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;

/** What can be said of the seal of the audit record, and the public key that proves it. */
@Component
public class Seals {
  private final BlockTable blocks;
  private final SealTable table;
  private final SealingKeys keys;

  Seals(BlockTable blocks, SealTable table, SealingKeys keys) {
    this.blocks = blocks;
    this.table = table;
    this.keys = keys;
  }

  @Inside("hashes and counts, nothing of any entry")
  @Transactional(readOnly = true)
  public SealState state() {
    return new SealState(
        blocks.last().map(Block::head).orElse(null),
        table.countWaiting(),
        table.oldestWaiting().orElse(null));
  }

  /** The public half of the key that signs now, as PEM, with its id. */
  @Inside("a public key is public")
  public PublicKey publicKey() {
    SealingKey key = keys.signing();
    return new PublicKey(key.id(), key.publicText());
  }

  /** A key as an auditor keeps it. */
  public record PublicKey(String id, String text) {}
}
