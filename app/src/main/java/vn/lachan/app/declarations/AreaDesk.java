package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Units;

/** What officers do with the list of areas. */
@Component
@Transactional
class AreaDesk implements ListedAreas {
  private static final int NAME_LETTERS = 120;
  private static final int DOCUMENT_LETTERS = 300;
  private static final int REASON_LETTERS = 300;
  private static final int FIRST_YEAR = 2019;
  private static final int LAST_YEAR = 2100;

  private final AreaTable table;
  private final RuleRight right;
  private final Units units;
  private final Accounts accounts;
  private final Audit audit;

  AreaDesk(AreaTable table, RuleRight right, Units units, Accounts accounts, Audit audit) {
    this.table = table;
    this.right = right;
    this.units = units;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<ListedArea> list(
      Actor actor, @Nullable LocalDate onDay, @Nullable String after, int rows) {
    actor.require(Permission.DECLARATIONS_READ);
    int size = Limits.pageRows(rows);
    Page<AreaTable.Row> page = Page.of(table.page(onDay, after, size + 1), size, AreaTable::key);
    Set<Long> officers = new HashSet<>();
    for (AreaTable.Row row : page.rows()) {
      officers.add(row.enteredBy());
      if (row.withdrawnBy() != null) {
        officers.add(row.withdrawnBy());
      }
    }
    Map<Long, String> names = officers.isEmpty() ? Map.of() : accounts.names(officers);
    return page.map(row -> view(row, names));
  }

  @Override
  public UUID enter(Actor actor, NewArea area, Instant now) {
    right.require(actor);
    NewArea checked = checked(area);
    String plain = checked.name() == null ? null : PlaceWords.name(checked.name());
    if (plain != null && plain.isEmpty()) {
      throw Refusal.invalid("declarations.refused.area-name");
    }
    UUID id = table.insert(checked, plain, actor.account(), now);
    audit.record(Act.on(actor.account(), "declarations.list-area", id.toString()));
    return id;
  }

  @Override
  public void end(Actor actor, UUID id, LocalDate lastDay, Instant now) {
    right.require(actor);
    AreaTable.Row area = stored(id);
    if (lastDay.isBefore(area.from()) || lastDay.getYear() > LAST_YEAR) {
      throw Refusal.invalid("declarations.refused.area-days");
    }
    if (!table.end(area.number(), lastDay, actor.account(), now)) {
      throw Refusal.conflict("declarations.refused.area-withdrawn");
    }
    audit.record(Act.on(actor.account(), "declarations.end-area", id.toString()));
  }

  @Override
  public void withdraw(Actor actor, UUID id, String reason, Instant now) {
    right.require(actor);
    String because = reason.strip();
    if (because.isEmpty() || because.length() > REASON_LETTERS) {
      throw Refusal.invalid("declarations.refused.reason");
    }
    if (!table.withdraw(stored(id).number(), because, actor.account(), now)) {
      throw Refusal.conflict("declarations.refused.area-withdrawn");
    }
    audit.record(
        Act.on(actor.account(), "declarations.withdraw-area", id.toString()).because(because));
  }

  private AreaTable.Row stored(UUID id) {
    return table.find(id).orElseThrow(() -> Refusal.notFound("declarations.refused.area"));
  }

  private NewArea checked(NewArea area) {
    String name = area.name() == null || area.name().isBlank() ? null : area.name().strip();
    boolean one = (area.unit() == null) != (name == null);
    if (!one || (area.unit() != null && units.find(area.unit()).isEmpty())) {
      throw Refusal.invalid("declarations.refused.area-where");
    }
    if (name != null && (name.length() > NAME_LETTERS || name.indexOf('\0') >= 0)) {
      throw Refusal.invalid("declarations.refused.area-name");
    }
    String document = area.document().strip();
    if (document.isEmpty() || document.length() > DOCUMENT_LETTERS || document.indexOf('\0') >= 0) {
      throw Refusal.invalid("declarations.refused.document");
    }
    boolean early = area.from().getYear() < FIRST_YEAR || area.from().getYear() > LAST_YEAR;
    boolean reversed = area.to() != null && area.to().isBefore(area.from());
    if (early || reversed) {
      throw Refusal.invalid("declarations.refused.area-days");
    }
    return new NewArea(
        area.unit(), name, area.kind(), area.from(), area.to(), document, area.compared());
  }

  private static ListedArea view(AreaTable.Row row, Map<Long, String> names) {
    ListedArea.Withdrawn withdrawn =
        row.withdrawnAt() == null || row.withdrawnBy() == null || row.withdrawnFor() == null
            ? null
            : new ListedArea.Withdrawn(
                names.getOrDefault(row.withdrawnBy(), ""), row.withdrawnAt(), row.withdrawnFor());
    return new ListedArea(
        row.publicId(),
        row.unit(),
        row.name(),
        row.kind(),
        row.from(),
        row.to(),
        row.document(),
        row.compared(),
        names.getOrDefault(row.enteredBy(), ""),
        row.enteredAt(),
        withdrawn);
  }

  /** For those who judge: what counts on any of these days. */
  static List<AreaTable.Row> counting(AreaTable table, LocalDate first, LocalDate last) {
    return table.during(first, last, Limits.PAGE_ROWS_MOST * 10);
  }
}
