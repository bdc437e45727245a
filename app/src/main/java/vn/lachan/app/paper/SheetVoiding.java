package vn.lachan.app.paper;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** Says of sheets that they will never be keyed; in the caller's transaction. */
@Component
class SheetVoiding {
  private final SheetTable sheets;
  private final EntryTable entries;
  private final PhotoTable photos;
  private final Audit audit;

  SheetVoiding(SheetTable sheets, EntryTable entries, PhotoTable photos, Audit audit) {
    this.sheets = sheets;
    this.entries = entries;
    this.photos = photos;
    this.audit = audit;
  }

  /** What was keyed of it and its photograph go. */
  void declareVoid(long account, Serial serial, VoidReason reason, Instant now) {
    sheets.lock(serial.number());
    if (sheets.find(serial.number()).orElseThrow().state() == SheetState.TAKEN) {
      throw Refusal.conflict("paper.refused.taken");
    }
    if (sheets.declareVoid(serial.number(), reason, account, now)) {
      entries.forget(serial.number(), now);
      photos.destroy(serial.number(), "VOID", account, now);
      audit.record(
          Act.on(account, "paper.void", "sheet " + serial.digits()).because(reason.name()));
    }
  }

  void restore(long account, Serial serial, Instant now) {
    if (sheets.restore(serial.number(), account, now)) {
      audit.record(Act.on(account, "paper.restore", "sheet " + serial.digits()));
    }
  }
}
