package vn.lachan.app.places;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.places.ImportRow.State;
import vn.lachan.app.places.sheet.SheetFile;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;

/** The front door of imports. */
@Component
class ImportDesk implements PlaceImports {
  private static final int FILE_NAME_LENGTH_MOST = 200;
  private static final int STORED_AT_ONCE = 500;

  private final ImportTable imports;
  private final ImportRowTable rowTable;
  private final ImportRows rows;
  private final ImportVault vault;
  private final ImportDrafts drafts;
  private final ImportUndo undoing;
  private final WrongSheet wrongSheet;
  private final ImportSettings settings;
  private final Jobs jobs;
  private final Audit audit;

  ImportDesk(
      ImportTable imports,
      ImportRowTable rowTable,
      ImportRows rows,
      ImportVault vault,
      ImportDrafts drafts,
      ImportUndo undoing,
      WrongSheet wrongSheet,
      ImportSettings settings,
      Jobs jobs,
      Audit audit) {
    this.imports = imports;
    this.rowTable = rowTable;
    this.rows = rows;
    this.vault = vault;
    this.drafts = drafts;
    this.undoing = undoing;
    this.wrongSheet = wrongSheet;
    this.settings = settings;
    this.jobs = jobs;
    this.audit = audit;
  }

  @Override
  @Transactional
  public UUID upload(Actor actor, String fileName, byte[] content, Instant now) {
    requireOfficer(actor);
    if (content.length > settings.megabytes() << 20) {
      throw new Refusal(
          Refusal.Kind.TOO_LARGE, "places.import.refused.file-too-large", settings.megabytes());
    }
    UUID id = UUID.randomUUID();
    String name = fileName.strip();
    Sealed sealed =
        vault.begin(id, name.substring(0, Math.min(name.length(), FILE_NAME_LENGTH_MOST)));
    imports.insert(
        id,
        actor.account(),
        sealed.wrappedKey(),
        sealed.content(),
        vault.read(content, SheetFile::notes),
        now);
    vault.store(id, sealed.wrappedKey(), content);
    return id;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ImportView> list(Actor actor) {
    requireOfficer(actor);
    return imports.latest(actor.account()).stream().map(this::view).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public ImportView get(Actor actor, UUID id) {
    return view(find(actor, id, false));
  }

  @Override
  @Transactional(readOnly = true)
  public ImportDraft draft(Actor actor, UUID id, @Nullable ImportPlan plan, Instant now) {
    ImportTable.Stored stored = find(actor, id, false);
    return vault.read(stored, file -> drafts.draft(actor, stored, view(stored), plan, file, now));
  }

  @Override
  @Transactional
  public void plan(
      Actor actor, UUID id, ImportPlan plan, Map<String, String> typeWords, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    if (!plan.columns().contains(ImportField.NAME)) {
      throw Refusal.invalid("places.import.refused.no-name-column");
    }
    for (ImportField field : ImportField.values()) {
      if (plan.columns().stream().filter(column -> column == field).count() > 1) {
        throw Refusal.invalid("places.import.refused.column-twice");
      }
    }
    typeWords.forEach(
        (word, type) -> {
          String folded = PlaceText.fold(word);
          if (!folded.isEmpty() && folded.length() <= 100) {
            imports.rememberWord(actor.account(), folded, type);
          }
        });
    imports.setPlan(id, plan);
    if (plan.headerLine() > 0) {
      List<String> header = vault.read(stored, file -> header(file, plan));
      imports.remember(
          ImportDrafts.fingerprint(header),
          actor.account(),
          ImportDrafts.homeUnit(actor),
          plan,
          now);
    }
  }

  @Override
  @Transactional
  public void run(Actor actor, UUID id, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    if (stored.startedAt() != null) {
      throw Refusal.conflict("places.import.refused.started");
    }
    if (!stored.isPlanned()) {
      throw Refusal.conflict("places.import.refused.no-name-column");
    }
    int count = vault.read(stored, file -> store(stored, file));
    if (count == 0) {
      throw Refusal.invalid("places.import.refused.only-header");
    }
    imports.deleteParts(id);
    imports.setStarted(id, now);
    audit.record(
        new Act(actor.account(), "places.import", null, null, id.toString(), count, List.of()));
    begin(actor, id, count);
  }

  @Override
  @Transactional
  public void resume(Actor actor, UUID id, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    refuseUndone(stored);
    ImportView view = view(stored);
    boolean running =
        stored.job() != null && jobs.find(stored.job()).filter(job -> !job.ended()).isPresent();
    if (view.waiting() > 0 && !running) {
      begin(actor, id, view.rows());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Page<ImportRow> rows(
      Actor actor, UUID id, State state, @Nullable String after, int count, Instant now) {
    ImportTable.Stored stored = find(actor, id, false);
    ImportFrame frame = rows.frame(actor, stored.plan(), now);
    int most = Limits.pageRows(count);
    List<ImportRow> found =
        rowTable.page(id, state, key(after), most + 1).stream()
            .map(row -> rows.shown(stored, row, frame))
            .toList();
    return Page.of(found, most, row -> Integer.toString(row.line()));
  }

  @Override
  @Transactional
  public ImportRow correct(
      Actor actor, UUID id, int line, Map<ImportField, String> texts, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    refuseUndone(stored);
    ImportRowTable.Stored row = hold(id, line);
    ImportFrame frame = rows.frame(actor, stored.plan(), now);
    if (row.state() == State.WRONG) {
      rows.answer(actor, stored, line, ImportCells.typed(texts), frame, now);
    }
    return rows.shown(stored, hold(id, line), frame);
  }

  @Override
  @Transactional
  public void writeWrong(Actor actor, UUID id, WrongWords words, OutputStream out, Instant now) {
    ImportTable.Stored stored = find(actor, id, false);
    ImportFrame frame = rows.frame(actor, stored.plan(), now);
    audit.record(
        new Act(
            actor.account(),
            "places.import-wrong",
            null,
            null,
            id.toString(),
            view(stored).wrong(),
            List.of()));
    wrongSheet.write(stored, frame, words, out);
  }

  @Override
  @Transactional
  public int correctAll(Actor actor, UUID id, byte[] content, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    refuseUndone(stored);
    int corrected = vault.read(content, file -> wrongSheet.takeBack(stored, file));
    if (corrected == 0) {
      throw Refusal.invalid("places.import.refused.no-corrected-row");
    }
    begin(actor, id, view(stored).rows());
    return corrected;
  }

  @Override
  @Transactional
  public void undo(Actor actor, UUID id, Instant now) {
    ImportTable.Stored stored = find(actor, id, true);
    if (stored.startedAt() == null) {
      throw Refusal.conflict("places.import.refused.not-started");
    }
    refuseUndone(stored);
    if (stored.job() != null) {
      jobs.cancel(stored.job(), actor.account());
    }
    int closed = undoing.undo(actor, stored, now);
    imports.setUndone(id, now);
    audit.record(
        new Act(
            actor.account(), "places.import-undo", null, null, id.toString(), closed, List.of()));
  }

  @Override
  public Most most() {
    return new Most(settings.megabytes(), settings.rows());
  }

  private void begin(Actor actor, UUID id, int rowCount) {
    imports.setJob(
        id, jobs.start(new NewJob(ImportWork.KIND, id.toString(), rowCount, actor.account())));
  }

  private int store(ImportTable.Stored stored, SheetFile file) {
    List<ImportRowTable.NewRow> batch = new ArrayList<>();
    var count = new int[1];
    file.read(
        stored.plan().sheet(),
        row -> {
          if (row.line() > stored.plan().headerLine()) {
            ImportCells cells = ImportCells.of(row, stored.plan().columns());
            if (!cells.texts().isEmpty()) {
              batch.add(new ImportRowTable.NewRow(row.line(), vault.seal(stored, cells)));
              count[0]++;
            }
          }
          if (batch.size() == STORED_AT_ONCE) {
            rowTable.insert(stored.id(), batch);
            batch.clear();
          }
          return true;
        });
    rowTable.insert(stored.id(), batch);
    return count[0];
  }

  private static List<String> header(SheetFile file, ImportPlan plan) {
    List<String> header = new ArrayList<>();
    file.read(
        plan.sheet(),
        row -> {
          if (row.line() == plan.headerLine()) {
            header.addAll(row.cells());
          }
          return row.line() < plan.headerLine();
        });
    return header;
  }

  private ImportView view(ImportTable.Stored stored) {
    Map<State, Integer> counts = rowTable.counts(stored.id());
    return new ImportView(
        stored.id(),
        vault.fileName(stored),
        stored.createdAt(),
        stored.notes(),
        stored.startedAt(),
        stored.job(),
        stored.undoneAt(),
        counts.getOrDefault(State.WAITING, 0),
        counts.getOrDefault(State.ACCEPTED, 0),
        counts.getOrDefault(State.EXISTING, 0),
        counts.getOrDefault(State.WRONG, 0));
  }

  private ImportTable.Stored find(Actor actor, UUID id, boolean locked) {
    requireOfficer(actor);
    return imports
        .find(id, actor.account(), locked)
        .orElseThrow(() -> Refusal.notFound("places.import.refused.not-found"));
  }

  private ImportRowTable.Stored hold(UUID id, int line) {
    return rowTable
        .hold(id, line)
        .orElseThrow(() -> Refusal.notFound("places.import.refused.not-found"));
  }

  /** Owners register their own places, one by one. */
  private static void requireOfficer(Actor actor) {
    actor.require(Permission.PLACES_REGISTER);
    if (actor.kind() == Actor.Kind.OWNER) {
      throw Refusal.forbidden("places.import.refused.owner");
    }
  }

  private static void refuseUndone(ImportTable.Stored stored) {
    if (stored.undoneAt() != null) {
      throw Refusal.conflict("places.import.refused.undone");
    }
  }

  private static int key(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    try {
      return Integer.parseInt(after);
    } catch (NumberFormatException noKey) {
      throw Refusal.invalid("places.refused.page-key");
    }
  }
}
