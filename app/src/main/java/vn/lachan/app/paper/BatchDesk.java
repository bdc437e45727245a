package vn.lachan.app.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Assignment;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.NewAccount;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

@Component
@Transactional
class BatchDesk implements Batches {
  private static final int NAME_LETTERS = 80;
  private static final int SHEETS_MOST = 999;
  private static final String KEYER_PREFIX = "nhap-";
  private static final int NAMES_PER_MINUTE = 10;

  /** Whom whoever has paper of a place only may give a batch to. */
  private static final Set<Role> HELPERS = Set.of(Role.KEYER, Role.KEEPER);

  private final BatchTable batches;
  private final BatchReading batchReading;
  private final PadTable pads;
  private final SheetTable sheets;
  private final SheetReading sheetReading;
  private final KeyerTable keyers;
  private final PhotoTable photos;
  private final Accounts accounts;
  private final PaperSettings settings;
  private final Audit audit;
  private final MinuteLimits searches;

  BatchDesk(
      BatchTable batches,
      BatchReading batchReading,
      PadTable pads,
      SheetTable sheets,
      SheetReading sheetReading,
      KeyerTable keyers,
      PhotoTable photos,
      Accounts accounts,
      PaperSettings settings,
      Audit audit,
      Clock clock) {
    this.batches = batches;
    this.batchReading = batchReading;
    this.pads = pads;
    this.sheets = sheets;
    this.sheetReading = sheetReading;
    this.keyers = keyers;
    this.photos = photos;
    this.accounts = accounts;
    this.settings = settings;
    this.audit = audit;
    this.searches = new MinuteLimits(clock);
  }

  @Override
  public UUID make(Actor actor, NewBatch asked, Instant now) {
    PadTable.Row pad =
        pads.inReach(actor.require(Permission.PAPER_MANAGE), asked.pad())
            .orElseThrow(() -> Refusal.notFound("paper.refused.no-pad"));
    String name = asked.name().strip();
    if (name.isEmpty() || name.length() > NAME_LETTERS) {
      throw Refusal.invalid("paper.refused.name", NAME_LETTERS);
    }
    List<Long> wanted = asked.serials().isEmpty() ? ofPositions(pad, asked) : ofSerials(asked);
    if (!asked.serials().isEmpty()) {
      requireOneKind(pad, wanted);
    }
    List<Long> free = batches.free(wanted);
    if (free.isEmpty()) {
      throw Refusal.conflict("paper.refused.no-sheets");
    }
    UUID batch = batches.insert(pad, asked, free, actor.account(), now);
    audit.record(
        new Act(
            actor.account(), "paper.batch", null, null, "batch " + batch, free.size(), List.of()));
    return batch;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<BatchRow> list(Actor actor, boolean open, @Nullable String after, int rows) {
    int size = Limits.pageRows(rows);
    Page<BatchTable.Row> page =
        Page.of(
            batches.page(actor.require(Permission.PAPER_READ), open, Numbers.key(after), size + 1),
            size,
            batch -> Long.toString(batch.number()));
    return new Page<>(batchReading.rows(page.rows()), page.next());
  }

  @Override
  @Transactional(readOnly = true)
  public BatchRow get(Actor actor, UUID batch) {
    return batchReading.row(find(actor, Permission.PAPER_READ, batch));
  }

  @Override
  @Transactional(readOnly = true)
  public List<SheetRow> sheets(Actor actor, UUID batch) {
    return sheetReading.rows(sheets.ofBatch(find(actor, Permission.PAPER_READ, batch).number()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<KeyerRow> keyers(Actor actor, UUID batch) {
    List<KeyerTable.Row> rows = keyers.ofBatch(find(actor, Permission.PAPER_READ, batch).number());
    Map<Long, String> names = accounts.names(rows.stream().map(KeyerTable.Row::account).toList());
    return rows.stream()
        .map(
            row ->
                new KeyerRow(
                    row.account(),
                    names.getOrDefault(row.account(), ""),
                    row.givenAt(),
                    row.endedAt(),
                    row.sheets(),
                    row.secondsMedian(),
                    row.fields(),
                    row.wrong()))
        .toList();
  }

  @Override
  public NewAccount newKeyer(Actor actor, UUID id, String displayName, Instant now) {
    BatchTable.Row batch = open(actor, id);
    requireRoom(batch);
    NewAccount made =
        accounts.createHelper(
            KEYER_PREFIX,
            displayName,
            new Grant(Role.KEYER, new Scope.OfUnit(batch.unit())),
            actor.account(),
            now);
    give(batch, made.number(), actor, now);
    return made;
  }

  @Override
  public void give(Actor actor, UUID id, String username, Instant now) {
    BatchTable.Row batch = open(actor, id);
    requireRoom(batch);
    if (!searches.take("account" + actor.account(), NAMES_PER_MINUTE, 1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "paper.refused.too-fast");
    }
    long account =
        accounts.byUsername(username).orElseThrow(() -> Refusal.notFound("paper.refused.no-keyer"));
    boolean mayKey =
        accounts.assignments(account).stream()
            .map(Assignment::grant)
            .filter(grant -> grant.role().allows(Permission.PAPER_KEY))
            .anyMatch(grant -> isOfficer(actor) || HELPERS.contains(grant.role()));
    if (!mayKey) {
      throw Refusal.notFound("paper.refused.no-keyer");
    }
    give(batch, account, actor, now);
  }

  @Override
  public void take(Actor actor, UUID id, long account, Instant now) {
    BatchTable.Row batch = find(actor, Permission.PAPER_MANAGE, id);
    if (keyers.end(batch.number(), account, actor.account(), now)) {
      audit.record(
          Act.on(actor.account(), "paper.take", "account %d: batch %s".formatted(account, id)));
    }
  }

  @Override
  public void close(Actor actor, UUID id, Instant now) {
    BatchTable.Row batch = find(actor, Permission.PAPER_MANAGE, id);
    if (batches.close(batch.number(), actor.account(), now)) {
      audit.record(Act.on(actor.account(), "paper.close", "batch " + id));
    }
  }

  @Override
  public void reopen(Actor actor, UUID id, Instant now) {
    BatchTable.Row batch = find(actor, Permission.PAPER_MANAGE, id);
    if (batches.reopen(batch.number(), actor.account(), now)) {
      audit.record(Act.on(actor.account(), "paper.reopen", "batch " + id));
    }
  }

  @Override
  public int verify(Actor actor, UUID id, Instant now) {
    BatchTable.Row batch = find(actor, Permission.PAPER_MANAGE, id);
    int destroyed = photos.destroyOfTaken(batch.number(), actor.account(), now);
    if (destroyed > 0) {
      audit.record(
          new Act(
              actor.account(), "paper.verify", null, null, "batch " + id, destroyed, List.of()));
    }
    return destroyed;
  }

  private List<Long> ofPositions(PadTable.Row pad, NewBatch asked) {
    int from = Math.max(1, asked.from());
    int to = Math.min(pad.sheets(), asked.to());
    return IntStream.rangeClosed(from, to)
        .mapToObj(position -> Serial.of(pad.number(), position).number())
        .toList();
  }

  private static List<Long> ofSerials(NewBatch asked) {
    if (asked.serials().size() > SHEETS_MOST) {
      throw Refusal.invalid("paper.refused.sheets", SHEETS_MOST);
    }
    List<Long> serials = new ArrayList<>();
    for (String typed : asked.serials()) {
      serials.add(
          Serial.parse(typed)
              .orElseThrow(() -> Refusal.invalid("paper.refused.serial-of", typed))
              .number());
    }
    return serials;
  }

  /** With a sheet of the pad itself among them, so that one kind is the pad's. */
  private void requireOneKind(PadTable.Row pad, List<Long> serials) {
    List<Long> all = new ArrayList<>(serials);
    all.add(Serial.of(pad.number(), 1).number());
    if (batches.kinds(all) != 1) {
      throw Refusal.conflict("paper.refused.mixed");
    }
  }

  private void give(BatchTable.Row batch, long account, Actor actor, Instant now) {
    if (keyers.give(batch.number(), account, actor.account(), now)) {
      audit.record(
          Act.on(
              actor.account(),
              "paper.give",
              "account %d: batch %s".formatted(account, batch.publicId())));
    }
  }

  /** Whoever has paper of a place only learns nothing of who the staff are. */
  private static boolean isOfficer(Actor actor) {
    return actor.grants().stream()
        .anyMatch(
            grant ->
                grant.role().allows(Permission.PAPER_MANAGE)
                    && !(grant.scope() instanceof Scope.OfPlace));
  }

  /** Also those who have left count: an account made is an account. */
  private void requireRoom(BatchTable.Row batch) {
    if (keyers.ever(batch.number()) >= settings.keyersMost()) {
      throw Refusal.conflict("paper.refused.keyers", settings.keyersMost());
    }
  }

  private BatchTable.Row open(Actor actor, UUID id) {
    BatchTable.Row batch = find(actor, Permission.PAPER_MANAGE, id);
    if (batch.closedAt() != null) {
      throw Refusal.conflict("paper.refused.closed");
    }
    return batch;
  }

  private BatchTable.Row find(Actor actor, Permission permission, UUID batch) {
    return batches
        .inReach(actor.require(permission), batch)
        .orElseThrow(() -> Refusal.notFound("paper.refused.no-batch"));
  }
}
