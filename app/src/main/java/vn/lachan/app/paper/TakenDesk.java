package vn.lachan.app.paper;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.declarations.OpenedDeclaration;
import vn.lachan.app.declarations.SheetReading;
import vn.lachan.app.kernel.Refusal;

@Component
class TakenDesk implements TakenSheets {
  private final TakenTable table;
  private final SheetReading declarations;
  private final PaperReach reach;
  private final Accounts accounts;

  TakenDesk(TakenTable table, SheetReading declarations, PaperReach reach, Accounts accounts) {
    this.table = table;
    this.declarations = declarations;
    this.reach = reach;
    this.accounts = accounts;
  }

  @Override
  @Transactional(readOnly = true)
  public TakenSheet get(Actor actor, String serial) {
    TakenTable.Row row = find(actor, Permission.PAPER_READ, serial);
    SheetReading.Taken declaration = declarations.taken(row.declaration()).orElse(null);
    Map<Long, String> names = accounts.names(List.of(row.account()));
    return new TakenSheet(
        row.serial().digits(),
        row.serial().shown(),
        row.batch(),
        row.batchName(),
        row.form(),
        row.declaration(),
        declaration == null ? null : (Long) declaration.number(),
        declaration == null ? null : (Integer) declaration.unit(),
        row.writtenAt(),
        row.timeKnown(),
        row.takenAt(),
        names.getOrDefault(row.account(), ""),
        declaration != null
            && actor.may(Permission.DECLARATIONS_READ)
            && reach.reaches(
                actor.require(Permission.DECLARATIONS_READ), row.place(), declaration.unit()));
  }

  @Override
  @Transactional
  public OpenedDeclaration open(Actor actor, String serial, String purpose) {
    actor.require(Permission.DECLARATIONS_OPEN);
    TakenTable.Row row = find(actor, Permission.PAPER_MANAGE, serial);
    return declarations.open(actor.account(), row.declaration(), purpose);
  }

  private TakenTable.Row find(Actor actor, Permission permission, String serial) {
    var within = actor.require(permission);
    return Serial.parse(serial)
        .flatMap(parsed -> table.inReach(within, parsed))
        .orElseThrow(() -> Refusal.notFound("paper.refused.not-taken"));
  }
}
