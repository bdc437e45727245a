package vn.lachan.app.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.SheetDeclaring;
import vn.lachan.app.declarations.SheetDeclaring.Sheet;
import vn.lachan.app.declarations.Submitted;
import vn.lachan.app.kernel.Keyring;

/** Lets a sheet become a declaration, once; in the caller's transaction. */
@Component
class SheetTaking {
  private final SheetDeclaring declaring;
  private final TakenTable taken;
  private final EntryTable entries;
  private final PhotoTable photos;
  private final Keyring keyring;

  SheetTaking(
      SheetDeclaring declaring,
      TakenTable taken,
      EntryTable entries,
      PhotoTable photos,
      Keyring keyring) {
    this.keyring = keyring;
    this.declaring = declaring;
    this.taken = taken;
    this.entries = entries;
    this.photos = photos;
  }

  SheetDeclaring.Judged judge(
      BatchTable.Row batch,
      Serial serial,
      Map<String, List<String>> fields,
      WrittenAt written,
      Instant now) {
    return declaring.judge(sheet(batch, serial, fields, written), now);
  }

  /**
   * What was keyed is forgotten with it. A photograph goes where two keyers agree, which verified
   * it; where one keyed alone it waits for whoever compares.
   */
  void take(
      BatchTable.Row batch,
      Serial serial,
      Map<String, List<String>> fields,
      WrittenAt written,
      long account,
      Instant now) {
    Submitted submitted =
        declaring.take(key(serial), sheet(batch, serial, fields, written), account, now);
    taken.insert(batch, serial, submitted.publicId(), written, account, now);
    entries.forget(serial.number(), now);
    if (batch.doubleEntry()) {
      photos.destroy(serial.number(), "VERIFIED", account, now);
    }
  }

  /**
   * The same for the same sheet, so that a serial is a declaration once, whatever happens; keyed,
   * so that nobody who reads a serial can send something else under it first.
   */
  private UUID key(Serial serial) {
    return UUID.nameUUIDFromBytes(keyring.hash("paper.sheet", serial.digits()));
  }

  private static Sheet sheet(
      BatchTable.Row batch, Serial serial, Map<String, List<String>> fields, WrittenAt written) {
    return new Sheet(
        batch.form(),
        batch.formVersion(),
        fields,
        written.at(),
        batch.place(),
        batch.unit(),
        serial.digits());
  }
}
