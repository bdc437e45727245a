package vn.lachan.app.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.SheetDeclaring;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Questionnaire;

@Component
@Transactional
class KeyingDesk implements Keying {
  private static final int BATCHES_MOST = 100;
  private static final int SECONDS_MOST = 3_600;

  private final KeyingRight right;
  private final BatchTable batches;
  private final BatchReading reading;
  private final SheetTable sheets;
  private final EntryTable entries;
  private final TakenTable taken;
  private final SheetTaking taking;
  private final SheetVoiding voiding;
  private final Settling settling;
  private final SheetDeclaring forms;
  private final Keyring keyring;
  private final PaperSettings settings;
  private final ProgramSettings program;
  private final Audit audit;

  KeyingDesk(
      KeyingRight right,
      BatchTable batches,
      BatchReading reading,
      SheetTable sheets,
      EntryTable entries,
      TakenTable taken,
      SheetTaking taking,
      SheetVoiding voiding,
      Settling settling,
      SheetDeclaring forms,
      Keyring keyring,
      PaperSettings settings,
      ProgramSettings program,
      Audit audit) {
    this.right = right;
    this.batches = batches;
    this.reading = reading;
    this.sheets = sheets;
    this.entries = entries;
    this.taken = taken;
    this.taking = taking;
    this.voiding = voiding;
    this.settling = settling;
    this.forms = forms;
    this.keyring = keyring;
    this.settings = settings;
    this.program = program;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public List<BatchRow> mine(Actor actor) {
    actor.require(Permission.PAPER_KEY);
    return reading.rows(batches.given(actor.account(), BATCHES_MOST));
  }

  @Override
  @Transactional(readOnly = true)
  public BatchRow batch(Actor actor, UUID batch) {
    return reading.row(right.require(actor, batch));
  }

  @Override
  @Transactional(readOnly = true)
  public int done(Actor actor, UUID batch) {
    return taken.keyedBy(right.require(actor, batch).number(), actor.account());
  }

  @Override
  @Transactional(readOnly = true)
  public Sheet look(Actor actor, UUID id, String typed) {
    BatchTable.Row batch = right.require(actor, id);
    String digits = typed.replaceAll("[\\s.\\-]", "");
    Optional<SheetTable.Row> found =
        digits.matches("\\d{1,3}")
            ? sheets.atPosition(batch.number(), Integer.parseInt(digits))
            : Optional.of(right.sheet(batch, typed));
    return found
        .map(sheet -> sheet(batch, sheet, actor))
        .orElseThrow(() -> Refusal.notFound("paper.refused.not-of-batch"));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Sheet> next(Actor actor, UUID id, @Nullable String after) {
    BatchTable.Row batch = right.require(actor, id);
    long from = after == null ? 0 : Serial.parse(after).map(Serial::number).orElse(0L);
    List<SheetTable.Row> waiting =
        sheets.ofBatch(batch.number()).stream()
            .filter(sheet -> refused(batch, sheet, actor) == null)
            .toList();
    Comparator<SheetTable.Row> order =
        Comparator.comparing((SheetTable.Row sheet) -> sheet.serial().number() <= from)
            .thenComparing(sheet -> sheet.serial().number());
    return waiting.stream().min(order).map(sheet -> sheet(batch, sheet, actor));
  }

  @Override
  public Kept save(Actor actor, UUID id, Typed typed, Instant now) {
    BatchTable.Row batch = right.require(actor, id);
    Optional<Long> known = entries.serial(typed.key(), actor.account());
    if (known.isPresent()) {
      return stored(actor, batch, right.sheet(batch, Long.toString(known.get())), now);
    }
    if (batch.closedAt() != null) {
      throw Refusal.conflict("paper.refused.closed");
    }
    sheets.lock(right.sheet(batch, typed.serial()).serial().number());
    SheetTable.Row sheet = right.sheet(batch, typed.serial());
    String refused = refused(batch, sheet, actor);
    if (refused != null) {
      throw Refusal.conflict(refused);
    }
    WrittenAt written =
        WrittenAt.read(typed.day(), typed.time(), batch.formAt(), settings, program.zone(), now);
    Map<String, List<String>> fields = fields(batch, typed, written);
    SheetDeclaring.Judged judged = taking.judge(batch, sheet.serial(), fields, written, now);
    String writtenFault = written.fault() == null ? judged.dayFault() : written.fault();
    if (writtenFault != null || judged.level() == null) {
      return new Kept(null, judged.faults(), writtenFault, 0, false);
    }
    String level = Objects.requireNonNull(judged.level()).name();
    store(actor, batch, sheet, typed, new Read(fields, written, level), now);
    return stored(actor, batch, sheets.find(sheet.serial().number()).orElseThrow(), now);
  }

  @Override
  public Differences differences(Actor actor, UUID id, String serial, Instant now) {
    BatchTable.Row batch = right.require(actor, id);
    SheetTable.Row sheet = right.sheet(batch, serial);
    settling.require(actor, batch, sheet);
    audit.record(Act.on(actor.account(), "paper.compare", "sheet " + sheet.serial().digits()));
    return settling.differences(batch, sheet.serial(), now);
  }

  @Override
  public Kept settle(
      Actor actor,
      UUID id,
      String serial,
      Map<String, Choice> chosen,
      Map<String, String> others,
      Instant now) {
    BatchTable.Row batch = right.require(actor, id);
    SheetTable.Row sheet = right.sheet(batch, serial);
    sheets.lock(sheet.serial().number());
    settling.require(actor, batch, right.sheet(batch, serial));
    return settling.settle(actor, batch, sheet.serial(), chosen, others, now);
  }

  @Override
  public void declareVoid(Actor actor, UUID id, String serial, VoidReason reason, Instant now) {
    BatchTable.Row batch = right.require(actor, id);
    voiding.declareVoid(actor.account(), right.sheet(batch, serial).serial(), reason, now);
  }

  @Override
  @Transactional(readOnly = true)
  public Questionnaire form(Actor actor, UUID id) {
    BatchTable.Row batch = right.require(actor, id);
    return forms.questionnaire(batch.form(), batch.formVersion());
  }

  /** What was understood of a keying. */
  private record Read(Map<String, List<String>> fields, WrittenAt written, String level) {}

  private Map<String, List<String>> fields(BatchTable.Row batch, Typed typed, WrittenAt written) {
    Questionnaire form = forms.questionnaire(batch.form(), batch.formVersion());
    LocalDate near = LocalDate.ofInstant(written.at(), program.zone());
    return new TypedAnswers(form, near).read(typed.fields());
  }

  private void store(
      Actor actor,
      BatchTable.Row batch,
      SheetTable.Row sheet,
      Typed typed,
      Read read,
      Instant now) {
    long seconds = Math.max(0, Math.min(typed.seconds(), SECONDS_MOST));
    boolean waits = batch.doubleEntry();
    int round = sheet.first() == null ? 1 : 2;
    entries.insert(
        new EntryTable.New(
            typed.key(),
            sheet.serial().number(),
            round,
            actor.account(),
            read.written().at(),
            read.written().timeKnown(),
            read.level(),
            keyring.seal(
                new EntryContent(read.fields()).written(), EntryKeyTable.CONTEXT + typed.key()),
            now.minusSeconds(seconds)),
        now,
        waits);
    audit.record(
        Act.on(
            actor.account(),
            "paper.key",
            "sheet %s, %d".formatted(sheet.serial().digits(), round)));
    if (!waits) {
      taking.take(batch, sheet.serial(), read.fields(), read.written(), actor.account(), now);
    } else if (round == 2) {
      settling.compare(batch, sheet.serial(), now);
    }
  }

  private Kept stored(Actor actor, BatchTable.Row batch, SheetTable.Row sheet, Instant now) {
    boolean differs = sheet.state() == SheetState.DIFFERENT;
    int differing = differs ? settling.differing(batch, sheet.serial(), now) : 0;
    return new Kept(
        sheet.state(),
        List.of(),
        null,
        differing,
        differs && settling.maySettle(actor, batch, sheet));
  }

  private Sheet sheet(BatchTable.Row batch, SheetTable.Row sheet, Actor actor) {
    return new Sheet(
        sheet.serial().digits(),
        sheet.serial().shown(),
        sheet.position(),
        sheet.first() == null ? 1 : 2,
        refused(batch, sheet, actor),
        sheet.photo());
  }

  /** Why this person cannot key the sheet now. */
  private static @Nullable String refused(BatchTable.Row batch, SheetTable.Row sheet, Actor actor) {
    return switch (sheet.state()) {
      case VOID -> "paper.refused.void";
      case TAKEN -> "paper.refused.taken";
      case DIFFERENT -> "paper.refused.different";
      case ONCE ->
          Objects.equals(sheet.first(), actor.account()) ? "paper.refused.same-keyer" : null;
      case GIVEN, BLANK -> batch.closedAt() == null ? null : "paper.refused.closed";
    };
  }
}
