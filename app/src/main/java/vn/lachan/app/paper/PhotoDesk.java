package vn.lachan.app.paper;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

@Component
class PhotoDesk implements SheetPhotos {
  private final KeyingRight right;
  private final SheetTable sheets;
  private final PhotoTable photos;
  private final PhotoImage images;
  private final Keyring keyring;
  private final Audit audit;
  private final TransactionTemplate transactions;

  PhotoDesk(
      KeyingRight right,
      SheetTable sheets,
      PhotoTable photos,
      PhotoImage images,
      Keyring keyring,
      Audit audit,
      TransactionTemplate transactions) {
    this.right = right;
    this.sheets = sheets;
    this.photos = photos;
    this.images = images;
    this.keyring = keyring;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Drawn anew outside the transaction: that takes a second of one processor. */
  @Override
  public void attach(Actor actor, UUID batch, String serial, byte[] file, Instant now) {
    SheetTable.Row sheet = right.sheet(right.require(actor, batch), serial);
    requireOpen(sheet);
    byte[] clean = images.clean(file);
    transactions.executeWithoutResult(_ -> store(actor, sheet.serial(), clean, now));
  }

  @Override
  @Transactional
  public Optional<byte[]> show(Actor actor, UUID batch, String serial, Instant now) {
    SheetTable.Row sheet = right.sheet(right.require(actor, batch), serial);
    Optional<PhotoTable.Row> held = photos.held(sheet.serial().number());
    held.ifPresent(
        _ ->
            audit.record(
                Act.on(actor.account(), "paper.photo-open", "sheet " + sheet.serial().digits())));
    return held.map(
        photo ->
            Base64.getDecoder().decode(keyring.open(photo.sealed(), context(photo.publicId()))));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Note> history(Actor actor, UUID batch, String serial) {
    SheetTable.Row sheet = right.sheet(right.require(actor, batch), serial);
    return photos.history(sheet.serial().number());
  }

  private void store(Actor actor, Serial serial, byte[] clean, Instant now) {
    sheets.lock(serial.number());
    requireOpen(sheets.find(serial.number()).orElseThrow());
    photos.destroy(serial.number(), "REPLACED", actor.account(), now);
    UUID id = UUID.randomUUID();
    photos.insert(
        id,
        serial.number(),
        keyring.seal(Base64.getEncoder().encodeToString(clean), context(id)),
        clean.length,
        actor.account(),
        now);
    audit.record(Act.on(actor.account(), "paper.photo", "sheet " + serial.digits()));
  }

  private static void requireOpen(SheetTable.Row sheet) {
    if (sheet.state() == SheetState.TAKEN) {
      throw Refusal.conflict("paper.refused.taken");
    }
    if (sheet.state() == SheetState.VOID) {
      throw Refusal.conflict("paper.refused.void");
    }
  }

  private static String context(UUID id) {
    return PhotoKeyTable.CONTEXT + id;
  }
}
