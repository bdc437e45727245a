package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.places.InspectionTable.Held;
import vn.lachan.app.places.NewInspection.Outcome;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PlaceCode;

/** The front door of inspections; each change is a step with who and when. */
@Component
class InspectionDesk implements Inspections {
  private final InspectionTable table;
  private final InspectionListTable lists;
  private final InspectionSubjects subjects;
  private final InspectionRules rules;
  private final Checklist checklist;
  private final Keyring keyring;
  private final Audit audit;
  private final CoverageSettings settings;
  private final ProgramSettings program;

  InspectionDesk(
      InspectionTable table,
      InspectionListTable lists,
      InspectionSubjects subjects,
      InspectionRules rules,
      Checklist checklist,
      Keyring keyring,
      Audit audit,
      CoverageSettings settings,
      ProgramSettings program) {
    this.table = table;
    this.lists = lists;
    this.subjects = subjects;
    this.rules = rules;
    this.checklist = checklist;
    this.keyring = keyring;
    this.audit = audit;
    this.settings = settings;
    this.program = program;
  }

  @Override
  public List<ChecklistItem> checklist(LocalDate day) {
    return checklist.on(day);
  }

  @Override
  public Subject subject(Actor actor, PlaceCode code) {
    return subjects.byCode(actor, code);
  }

  @Override
  public Subject subject(Actor actor, @Nullable UUID place, @Nullable UUID obliged) {
    return subjects.find(actor, place, obliged);
  }

  @Override
  @Transactional
  public UUID record(Actor actor, NewInspection asked, Instant now) {
    NewInspection given = rules.check(asked, now);
    InspectionTable.Target target = subjects.target(actor, given.place(), given.obliged());
    UUID id = UUID.randomUUID();
    Long previous = follow(actor, given.previous(), target, now);
    long number =
        table.insert(
            id,
            target,
            previous,
            given,
            sealed(id, given.metName()),
            after(given.outcome()),
            actor.account(),
            now);
    Map<String, ChecklistItem> items =
        checklist.on(today(given.at())).stream()
            .collect(Collectors.toMap(ChecklistItem::code, Function.identity()));
    table.addFindings(number, given.findings(), items);
    table.step(number, "recorded", now, actor.account(), given.due(), null);
    audit.record(Act.on(actor.account(), "places.inspect", id.toString()));
    return id;
  }

  @Override
  public Page<InspectionRow> list(
      Actor actor, InspectionFilter filter, @Nullable String after, int rows) {
    return lists.page(reading(actor), filter, after, Limits.pageRows(rows));
  }

  /** The act is on record before the first row leaves. */
  @Override
  public void export(Actor actor, InspectionFilter filter, Consumer<InspectionRow> row) {
    actor.require(Permission.INSPECTIONS_READ);
    audit.record(Act.on(actor.account(), "places.export-inspections", filter.toString()));
    String after = null;
    int written = 0;
    do {
      Page<InspectionRow> page = list(actor, filter, after, Limits.PAGE_ROWS_MOST);
      page.rows().forEach(row);
      written += page.rows().size();
      after = page.next();
    } while (after != null && written < settings.exportRows());
  }

  @Override
  public Due due(Actor actor, LocalDate today) {
    return lists.due(reading(actor), today);
  }

  @Override
  public InspectionView get(Actor actor, UUID inspection) {
    InspectionView bare =
        table.find(inspection, reading(actor)).orElseThrow(InspectionDesk::notFound);
    long number = bare.row().number();
    return new InspectionView(
        bare.row(),
        bare.met(),
        bare.hasMetName(),
        bare.note(),
        bare.outcome(),
        bare.demand(),
        bare.referredTo(),
        bare.previous(),
        bare.next(),
        table.findings(number).stream().map(this::found).toList(),
        table.steps(number));
  }

  @Override
  public List<InspectionRow> ofPlace(Actor actor, UUID place) {
    return lists.ofPlace(reading(actor), place);
  }

  @Override
  @Transactional
  public Optional<String> openMet(Actor actor, UUID inspection, String purpose) {
    String why = PlaceRules.reason(purpose);
    Held held = table.hold(inspection, reading(actor)).orElseThrow(InspectionDesk::notFound);
    byte[] key = held.metKey();
    byte[] name = held.metName();
    if (key == null || name == null) {
      return Optional.empty();
    }
    audit.record(Act.on(actor.account(), "places.open-met", inspection.toString()).because(why));
    return Optional.of(keyring.open(new Sealed(key, name), context(inspection)));
  }

  @Override
  @Transactional
  public void extend(Actor actor, UUID inspection, LocalDate due, String reason, Instant now) {
    Held held = hold(actor, inspection, InspectionState.WAITING);
    rules.checkDue(due, now);
    move(actor, held, "extended", InspectionState.WAITING, due, reason, now);
  }

  @Override
  @Transactional
  public void refer(Actor actor, UUID inspection, String to, Instant now) {
    Held held = hold(actor, inspection, InspectionState.WAITING, InspectionState.FOLLOWED);
    if (held.state() == InspectionState.FOLLOWED) {
      throw Refusal.conflict("places.refused.inspection-followed");
    }
    String whom = PlaceText.clean(to, "referred", InspectionRules.REFERRED_LENGTH_MOST);
    table.setReferredTo(held.number(), whom);
    move(actor, held, "referred", InspectionState.REFERRED, held.due(), whom, now);
  }

  @Override
  @Transactional
  public void close(Actor actor, UUID inspection, String reason, Instant now) {
    Held held = hold(actor, inspection, InspectionState.WAITING, InspectionState.REFERRED);
    move(actor, held, "closed", InspectionState.CLOSED, held.due(), reason, now);
  }

  @Override
  @Transactional
  public void reopen(Actor actor, UUID inspection, LocalDate due, String reason, Instant now) {
    Held held = hold(actor, inspection, InspectionState.CLOSED);
    rules.checkDue(due, now);
    move(actor, held, "reopened", InspectionState.WAITING, due, reason, now);
  }

  @Override
  @Transactional
  public void withdraw(Actor actor, UUID inspection, String reason, Instant now) {
    Held held =
        hold(
            actor,
            inspection,
            InspectionState.COMPLIANT,
            InspectionState.WAITING,
            InspectionState.REFERRED,
            InspectionState.CLOSED);
    if (held.inspector() != actor.account() && !actor.may(Permission.PLACES_APPROVE)) {
      throw Refusal.forbidden("places.refused.inspection-other");
    }
    move(actor, held, "withdrawn", InspectionState.WITHDRAWN, held.due(), reason, now);
    Long previous = held.previous();
    if (previous != null) {
      Held before = table.hold(previous).orElseThrow();
      if (before.state() == InspectionState.FOLLOWED) {
        move(actor, before, "unfollowed", InspectionState.WAITING, before.due(), null, now);
      }
    }
  }

  /** The reminder of the visit before ends with this one; its own says what comes next. */
  private @Nullable Long follow(
      Actor actor, @Nullable UUID previous, InspectionTable.Target target, Instant now) {
    if (previous == null) {
      return null;
    }
    Held before = hold(actor, previous, InspectionState.WAITING);
    if (!subjects.isAbout(before.number(), target)) {
      throw Refusal.invalid("places.refused.inspection-previous");
    }
    move(actor, before, "followed", InspectionState.FOLLOWED, before.due(), null, now);
    return before.number();
  }

  private Held hold(Actor actor, UUID inspection, InspectionState... from) {
    PlaceScope scope = PlaceScope.over("i", actor, Permission.INSPECTIONS_WRITE);
    Held held = table.hold(inspection, scope).orElseThrow(InspectionDesk::notFound);
    if (!List.of(from).contains(held.state())) {
      throw Refusal.conflict("places.refused.inspection-changed");
    }
    return held;
  }

  private void move(
      Actor actor,
      Held held,
      String what,
      InspectionState state,
      @Nullable LocalDate due,
      @Nullable String reason,
      Instant now) {
    String why = reason == null ? null : PlaceRules.reason(reason);
    table.setState(held.number(), state, due);
    table.step(held.number(), what, now, actor.account(), due, why);
    audit.record(Act.on(actor.account(), "places.inspection-" + what, held.publicId().toString()));
  }

  private @Nullable Sealed sealed(UUID id, @Nullable String name) {
    PersonName checked = PlaceRules.ownerName(name);
    return checked == null ? null : keyring.seal(checked.text(), context(id));
  }

  private static InspectionState after(Outcome outcome) {
    return switch (outcome) {
      case COMPLIANT -> InspectionState.COMPLIANT;
      case REMINDER -> InspectionState.WAITING;
      case REFERRAL -> InspectionState.REFERRED;
    };
  }

  private InspectionView.Found found(InspectionTable.Answered answered) {
    ChecklistItem item =
        Objects.requireNonNull(
            checklist.of(answered.item(), answered.from()).orElse(null), answered.item());
    return new InspectionView.Found(item, answered.answer(), answered.note());
  }

  private static PlaceScope reading(Actor actor) {
    return PlaceScope.over("i", actor, Permission.INSPECTIONS_READ);
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, program.zone());
  }

  private static String context(UUID inspection) {
    return "places.inspection/" + inspection;
  }

  private static Refusal notFound() {
    return Refusal.notFound("places.refused.inspection-not-found");
  }
}
