package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonSeals;
import vn.lachan.app.program.ProgramSettings;

/**
 * Takes declarations: checked, sealed, counted, and told to whoever listens, in one transaction.
 */
@Component
@Transactional
class Submission implements Declarations {
  private static final int ROWS_A_LOAD = 1_000;

  private final DeclarationCheck check;
  private final Listing listing;
  private final FormBook forms;
  private final DeclarationTable table;
  private final OutcomeTable outcomes;
  private final People people;
  private final PersonSeals seals;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final ProgramSettings program;
  private final DeclarationsSettings settings;
  private final ObjectProvider<KnownFacts> known;

  Submission(
      DeclarationCheck check,
      Listing listing,
      FormBook forms,
      DeclarationTable table,
      OutcomeTable outcomes,
      People people,
      PersonSeals seals,
      Audit audit,
      ApplicationEventPublisher events,
      ProgramSettings program,
      DeclarationsSettings settings,
      ObjectProvider<KnownFacts> known) {
    this.check = check;
    this.listing = listing;
    this.forms = forms;
    this.table = table;
    this.outcomes = outcomes;
    this.people = people;
    this.seals = seals;
    this.audit = audit;
    this.events = events;
    this.program = program;
    this.settings = settings;
    this.known = known;
  }

  @Override
  public Submitted submit(@Nullable Actor actor, NewDeclaration declaration, Instant now) {
    return submit(
        declaration,
        actor == null ? null : actor.account(),
        checked -> {
          if (actor != null) {
            check.permit(actor, checked);
          }
        },
        now);
  }

  @Override
  public Submitted submitFor(long account, NewDeclaration declaration, Instant now) {
    return submit(declaration, account, _ -> {}, now);
  }

  private Submitted submit(
      NewDeclaration declaration,
      @Nullable Long account,
      Consumer<CheckedDeclaration> permission,
      Instant now) {
    Optional<Submitted> known = known(declaration, account);
    if (known.isPresent()) {
      return known.get();
    }
    CheckedDeclaration checked =
        check.check(
            declaration,
            facts(declaration.person()),
            listing.between(declaration.declaredAt(), declaration.declaredAt()),
            now);
    permission.accept(checked);
    Map<UUID, DeclarationTable.Numbers> made = store(List.of(checked), account, now);
    DeclarationTable.Numbers numbers = made.get(declaration.key());
    if (numbers == null) {
      return known(declaration, account).orElseThrow();
    }
    if (account != null) {
      audit.record(Act.onPerson(account, "declarations.submit", declaration.person(), null));
    }
    return new Submitted(
        numbers.publicId(),
        checked.level(),
        checked.fired(),
        validUntil(declaration.declaredAt()),
        false,
        checked.said());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<LatestAnswers> latest(long person, String form) {
    return opened(table.latest(records(person), form, null));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<LatestAnswers> latestFrom(long person, String form, long device) {
    return opened(table.latest(records(person), form, device));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Receipt> receipt(UUID key, long device) {
    return table
        .sent(key, device)
        .map(
            sent -> {
              DeclarationTable.Answers row = sent.answers();
              Level said =
                  opened(Optional.of(row))
                      .map(
                          answers ->
                              check.saidLevel(
                                  answers.form(),
                                  answers.formVersion(),
                                  answers.responseJson(),
                                  answers.declaredAt()))
                      .orElse(Level.GREEN);
              return new Receipt(sent.number(), row.form(), said, sent.unit(), row.declaredAt());
            });
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, DeclaredState> states(Collection<Long> persons, Instant now) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    Map<Long, Long> canonical = people.canonical(persons);
    Map<Long, List<Long>> records = people.recordsOf(new HashSet<>(canonical.values()));
    Map<Long, List<DeclarationTable.Last>> ofRecord =
        table
            .last(
                records.values().stream().flatMap(List::stream).distinct().toList(),
                settings.gateCalls(),
                now.minus(Duration.ofHours(settings.validHours())))
            .stream()
            .collect(Collectors.groupingBy(DeclarationTable.Last::person));
    Map<Long, DeclaredState> states = new HashMap<>();
    for (long person : persons) {
      long standing = canonical.getOrDefault(person, person);
      state(
              records.getOrDefault(standing, List.of(person)).stream()
                  .flatMap(record -> ofRecord.getOrDefault(record, List.of()).stream())
                  .toList())
          .ifPresent(state -> states.put(person, state));
    }
    return states;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, DeclaredState> statesFrom(Collection<Long> persons, long device) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    Map<Long, Long> canonical = people.canonical(persons);
    Map<Long, List<Long>> records = people.recordsOf(new HashSet<>(canonical.values()));
    Map<Long, DeclarationTable.Last> ofRecord =
        table
            .lastFrom(records.values().stream().flatMap(List::stream).distinct().toList(), device)
            .stream()
            .collect(Collectors.toMap(DeclarationTable.Last::person, last -> last));
    Map<Long, DeclaredState> states = new HashMap<>();
    for (long person : persons) {
      long standing = canonical.getOrDefault(person, person);
      records.getOrDefault(standing, List.of(person)).stream()
          .filter(ofRecord::containsKey)
          .map(ofRecord::get)
          .max(Comparator.comparing(DeclarationTable.Last::declaredAt))
          .ifPresent(last -> states.put(person, stated(last)));
    }
    return states;
  }

  private DeclaredState stated(DeclarationTable.Last last) {
    return new DeclaredState(
        last.level(),
        last.declaredAt(),
        last.declaredAt().plus(Duration.ofHours(settings.validHours())),
        false);
  }

  /**
   * The last one counts, but a warning of somebody who proved who they are is cleared only by
   * another of such: whoever holds a card could say anything in its owner's name.
   */
  private Optional<DeclaredState> state(List<DeclarationTable.Last> found) {
    Comparator<DeclarationTable.Last> byTime =
        Comparator.comparing(DeclarationTable.Last::declaredAt);
    boolean provedWarns =
        found.stream()
            .filter(DeclarationTable.Last::ofProved)
            .max(byTime)
            .map(DeclarationTable.Last::warns)
            .orElse(false);
    return found.stream()
        .filter(last -> !last.ofProved())
        .max(byTime)
        .map(
            last ->
                new DeclaredState(
                    last.level(),
                    last.declaredAt(),
                    validUntil(last.declaredAt()),
                    last.warns() || provedWarns));
  }

  @Override
  public FormView form(String code, LocalDate day) {
    return forms
        .on(code, day)
        .map(form -> form.view(day))
        .orElseThrow(() -> Refusal.notFound("declarations.refused.form"));
  }

  @Override
  public List<String> forms(LocalDate day) {
    return forms.on(day).stream().map(DeclaredForm::code).distinct().toList();
  }

  @Override
  public int load(Iterator<NewDeclaration> declarations, Instant now) {
    int stored = 0;
    Listing.Listed listed =
        listing.between(now.minus(Duration.ofDays(settings.retentionDays())), now);
    List<CheckedDeclaration> part = new ArrayList<>(ROWS_A_LOAD);
    while (declarations.hasNext()) {
      part.add(check.check(declarations.next(), Set.of(), listed, now));
      if (part.size() == ROWS_A_LOAD || !declarations.hasNext()) {
        stored += store(part, null, now).size();
        part.clear();
      }
    }
    return stored;
  }

  /** Stores those whose key is new, with all that follows from them. */
  private Map<UUID, DeclarationTable.Numbers> store(
      List<CheckedDeclaration> checked, @Nullable Long account, Instant now) {
    Map<String, byte[]> sealed =
        seals.sealAll(
            checked.stream()
                .map(
                    one ->
                        new PersonSeals.Plain(
                            one.declaration().person(),
                            one.thing(),
                            one.declaration().responseJson()))
                .toList());
    List<DeclarationTable.Sealed> rows = new ArrayList<>(checked.size());
    for (CheckedDeclaration one : checked) {
      byte[] answers = sealed.get(one.thing());
      if (answers == null) {
        throw new Refusal(Refusal.Kind.GONE, "declarations.refused.destroyed");
      }
      rows.add(new DeclarationTable.Sealed(one, answers));
    }
    Map<UUID, DeclarationTable.Numbers> made = table.insert(rows, account, now);
    List<OutcomeTable.Numbered> stored = new ArrayList<>(made.size());
    for (CheckedDeclaration one : checked) {
      DeclarationTable.Numbers numbers = made.get(one.declaration().key());
      if (numbers != null) {
        stored.add(new OutcomeTable.Numbered(numbers.number(), one));
      }
    }
    follow(stored);
    stored.forEach(
        one ->
            tell(
                Objects.requireNonNull(made.get(one.checked().declaration().key())).publicId(),
                one.checked()));
    return made;
  }

  private void follow(List<OutcomeTable.Numbered> stored) {
    if (stored.isEmpty()) {
      return;
    }
    outcomes.insertFired(stored);
    outcomes.insertStays(stored);
    outcomes.insertJourneys(stored);
    outcomes.insertCounts(
        stored.stream()
            .map(
                one -> {
                  NewDeclaration declaration = one.checked().declaration();
                  return new OutcomeTable.Cell(
                      LocalDate.ofInstant(declaration.declaredAt(), program.zone()),
                      one.checked().unit(),
                      declaration.place() == null ? 0 : declaration.place(),
                      declaration.form(),
                      one.checked().level());
                })
            .toList());
  }

  private void tell(UUID publicId, CheckedDeclaration one) {
    NewDeclaration declaration = one.declaration();
    events.publishEvent(
        new DeclarationSubmitted(
            publicId,
            declaration.form(),
            declaration.person(),
            one.unit(),
            declaration.place(),
            one.level(),
            declaration.declaredAt()));
    if (calls(one)) {
      events.publishEvent(
          new WarningRaised(
              publicId,
              declaration.person(),
              one.unit(),
              declaration.place(),
              one.fired(),
              declaration.declaredAt()));
    }
  }

  /** Red, or declared at a gate with what keeps nobody waiting there. */
  private boolean calls(CheckedDeclaration one) {
    return one.level() == Level.RED
        || (one.declaration().way() == DeclarationWay.GATE
            && one.fired().stream().anyMatch(settings.gateCalls()::contains));
  }

  private Set<String> facts(long person) {
    Set<String> facts = new HashSet<>();
    known.orderedStream().forEach(one -> facts.addAll(one.of(person)));
    return facts;
  }

  @Override
  public List<String> gateCalls() {
    return settings.gateCalls();
  }

  @Override
  public int validHours() {
    return settings.validHours();
  }

  /** A key is its sender's own: to anybody else it says nothing of what was declared under it. */
  private Optional<Submitted> known(NewDeclaration declaration, @Nullable Long account) {
    return table
        .byKey(declaration.key())
        .map(
            known -> {
              if (!known.isOf(declaration, account)) {
                throw Refusal.conflict("declarations.refused.key");
              }
              return new Submitted(
                  known.publicId(),
                  known.level(),
                  table.fired(known.number()),
                  validUntil(known.declaredAt()),
                  true,
                  check.saidLevel(
                      declaration.form(),
                      declaration.formVersion(),
                      declaration.responseJson(),
                      declaration.declaredAt()));
            });
  }

  private Optional<LatestAnswers> opened(Optional<DeclarationTable.Answers> found) {
    return found.flatMap(
        row ->
            row.sealed() == null
                ? Optional.empty()
                : seals
                    .open(
                        new PersonSeals.Row(
                            row.person(),
                            CheckedDeclaration.thing(row.key().toString()),
                            row.sealed()))
                    .map(
                        json ->
                            new LatestAnswers(
                                row.publicId(),
                                row.person(),
                                row.form(),
                                row.formVersion(),
                                json,
                                row.level(),
                                row.declaredAt())));
  }

  private List<Long> records(long person) {
    long standing = people.canonical(List.of(person)).getOrDefault(person, person);
    return people.recordsOf(List.of(standing)).getOrDefault(standing, List.of(person));
  }

  private Instant validUntil(Instant declaredAt) {
    return declaredAt.plus(Duration.ofHours(settings.validHours()));
  }
}
