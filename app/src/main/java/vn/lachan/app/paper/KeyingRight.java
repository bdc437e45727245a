package vn.lachan.app.paper;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;

/**
 * Who may key a batch: those it was given to, until it closes, and officers who manage it. A
 * keyer's role says only that they may be given batches; which ones stands here.
 */
@Component
class KeyingRight {
  private final BatchTable batches;
  private final KeyerTable keyers;
  private final SheetTable sheets;

  KeyingRight(BatchTable batches, KeyerTable keyers, SheetTable sheets) {
    this.batches = batches;
    this.keyers = keyers;
    this.sheets = sheets;
  }

  /**
   * The batch, which for anybody else does not exist.
   *
   * @throws Refusal {@code paper.refused.no-batch}
   */
  BatchTable.Row require(Actor actor, UUID id) {
    actor.require(Permission.PAPER_KEY);
    BatchTable.Row batch =
        batches.find(id).orElseThrow(() -> Refusal.notFound("paper.refused.no-batch"));
    boolean given = batch.closedAt() == null && keyers.mayKey(batch.number(), actor.account());
    if (!given && !manages(actor, batch)) {
      throw Refusal.notFound("paper.refused.no-batch");
    }
    return batch;
  }

  boolean manages(Actor actor, BatchTable.Row batch) {
    return actor.may(Permission.PAPER_MANAGE)
        && batches.inReach(actor.require(Permission.PAPER_MANAGE), batch.publicId()).isPresent();
  }

  /**
   * A sheet of the batch by its serial.
   *
   * @throws Refusal {@code paper.refused.serial}
   */
  SheetTable.Row sheet(BatchTable.Row batch, String serial) {
    return Serial.parse(serial)
        .flatMap(parsed -> sheets.find(parsed.number()))
        .filter(sheet -> sheet.batch() != null && sheet.batch() == batch.number())
        .orElseThrow(() -> Refusal.notFound("paper.refused.serial"));
  }
}
