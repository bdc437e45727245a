package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.WarningRules;

/** What officers do with warning rules. */
@Component
@Transactional
class RuleDesk implements WarningRuleOffice {
  private static final int TEXT_LETTERS = 300;
  private static final int JSON_LETTERS = 60_000;
  private static final int REASON_LETTERS = 300;
  private static final Duration AHEAD_MOST = Duration.ofDays(366);

  private final FormBook forms;
  private final RuleTable table;
  private final RuleShelf shelf;
  private final RuleWriting writing;
  private final RuleWords words;
  private final RuleTrial trial;
  private final RuleRight right;
  private final Accounts accounts;
  private final Audit audit;
  private final ProgramSettings program;

  RuleDesk(
      FormBook forms,
      RuleTable table,
      RuleShelf shelf,
      RuleWriting writing,
      RuleWords words,
      RuleTrial trial,
      RuleRight right,
      Accounts accounts,
      Audit audit,
      ProgramSettings program) {
    this.forms = forms;
    this.table = table;
    this.shelf = shelf;
    this.writing = writing;
    this.words = words;
    this.trial = trial;
    this.right = right;
    this.accounts = accounts;
    this.audit = audit;
    this.program = program;
  }

  @Override
  @Transactional(readOnly = true)
  public List<RuleSetView> sets(Actor actor, Locale language, Instant now) {
    actor.require(Permission.DECLARATIONS_READ);
    List<RuleTable.Row> made = table.all();
    Set<Long> officers = new HashSet<>();
    for (RuleTable.Row row : made) {
      officers.add(row.madeBy());
      if (row.withdrawnBy() != null) {
        officers.add(row.withdrawnBy());
      }
    }
    Map<Long, String> names = officers.isEmpty() ? Map.of() : accounts.names(officers);
    LocalDate today = today(now);
    List<RuleSetView> views = new ArrayList<>();
    for (RuleTable.Row row : made) {
      RuleShelf.read(row.rules(), row.compared())
          .ifPresent(rules -> views.add(view(rules, row, names, language, today)));
    }
    forms.shipped().forEach(rules -> views.add(view(rules, null, names, language, today)));
    List<RuleSetView> sorted =
        new ArrayList<>(views.stream().filter(RuleSetView::inForce).toList());
    views.stream().filter(view -> !view.inForce()).forEach(sorted::add);
    return sorted;
  }

  @Override
  @Transactional(readOnly = true)
  public RuleChange begin(Actor actor, String code, Instant now) {
    right.require(actor);
    return writing.begin(base(code, today(now)), today(now));
  }

  @Override
  @Transactional(readOnly = true)
  public String json(Actor actor, RuleChange change, Instant now) {
    right.require(actor);
    return checked(change, now).json();
  }

  @Override
  public RulePreview preview(Actor actor, RuleChange change, Instant now) {
    right.require(actor);
    RulePreview preview = trial.run(checked(change, now), base(change.code(), today(now)), now);
    audit.record(
        new Act(
            actor.account(),
            "declarations.try-rules",
            null,
            null,
            change.code(),
            preview.judged(),
            List.of()));
    return preview;
  }

  @Override
  public UUID change(Actor actor, RuleChange change, Instant now) {
    right.require(actor);
    DeclaredForm.Rules rules = checked(change, now);
    UUID id =
        table
            .insert(
                change.code(),
                rules.set().version(),
                rules.json(),
                change.from(),
                change.compared(),
                actor.account(),
                now)
            .orElseThrow(() -> Refusal.conflict("declarations.refused.rules-twice"));
    shelf.forget();
    audit.record(Act.on(actor.account(), "declarations.change-rules", id.toString()));
    return id;
  }

  @Override
  public void withdraw(Actor actor, UUID version, String reason, Instant now) {
    right.require(actor);
    String because = reason.strip();
    if (because.isEmpty() || because.length() > REASON_LETTERS || because.indexOf('\0') >= 0) {
      throw Refusal.invalid("declarations.refused.reason");
    }
    if (table.find(version).isEmpty()) {
      throw Refusal.notFound("declarations.refused.rules");
    }
    if (!table.withdraw(version, because, actor.account(), now)) {
      throw Refusal.conflict("declarations.refused.rules-withdrawn");
    }
    shelf.forget();
    audit.record(
        Act.on(actor.account(), "declarations.withdraw-rules", version.toString())
            .because(because));
  }

  /** The change as it would be stored; refused where the engine, or a form, cannot use it. */
  private DeclaredForm.Rules checked(RuleChange change, Instant now) {
    LocalDate today = today(now);
    if (change.from().isBefore(today)
        || change.from().isAfter(today.plusDays(AHEAD_MOST.toDays()))) {
      throw Refusal.invalid("declarations.refused.rules-from");
    }
    requireText(change.documentVi(), "declarations.refused.document");
    requireText(change.documentEn(), "declarations.refused.document");
    change.edits().values().forEach(RuleDesk::requireTexts);
    if (change.json() != null && change.json().length() > JSON_LETTERS) {
      throw new Refusal(Refusal.Kind.TOO_LARGE, "declarations.refused.rules-json");
    }
    DeclaredForm.Rules base = base(change.code(), today);
    String version = Integer.toString(table.nextVersion(change.code(), shipped(change.code())));
    DeclaredForm.Rules rules =
        RuleShelf.read(writing.write(base, change, version), change.compared())
            .orElseThrow(() -> Refusal.invalid("declarations.refused.rules-json"));
    boolean same =
        Set.copyOf(rules.set().questionnaires()).equals(Set.copyOf(base.set().questionnaires()));
    if (!same || rules.set().rules().isEmpty() || forms.misfits(rules.set())) {
      throw Refusal.invalid("declarations.refused.rules-json");
    }
    return rules;
  }

  private static void requireTexts(RuleChange.Edit edit) {
    requireText(edit.textVi(), "declarations.refused.rules-text");
    requireText(edit.textEn(), "declarations.refused.rules-text");
  }

  private static void requireText(String text, String code) {
    if (text.isBlank() || text.length() > TEXT_LETTERS * 2 || text.indexOf('\0') >= 0) {
      throw Refusal.invalid(code);
    }
  }

  /** What is in force today, else what is to come. */
  private DeclaredForm.Rules base(String code, LocalDate today) {
    Optional<DeclaredForm.Rules> inForce =
        forms.sets(code).stream()
            .filter(rules -> rules.set().isValidOn(today.toString()))
            .findFirst();
    return inForce
        .or(() -> forms.sets(code).stream().findFirst())
        .orElseThrow(() -> Refusal.notFound("declarations.refused.rules"));
  }

  private int shipped(String code) {
    return forms.shipped().stream()
        .map(DeclaredForm.Rules::set)
        .filter(set -> set.code().equals(code) && set.version().matches("\\d{1,6}"))
        .mapToInt(set -> Integer.parseInt(set.version()))
        .max()
        .orElse(0);
  }

  private RuleSetView view(
      DeclaredForm.Rules rules,
      RuleTable.@Nullable Row row,
      Map<Long, String> names,
      Locale language,
      LocalDate today) {
    WarningRules set = rules.set();
    Map<String, String> when = words.of(rules.json(), forms.questions(set, language), language);
    boolean counts = row == null || row.withdrawnAt() == null;
    return new RuleSetView(
        row == null ? null : row.publicId(),
        set.code(),
        set.version(),
        set.disease(),
        set.document().in(language.getLanguage()),
        day(set.validFrom()),
        day(set.validTo()),
        rules.compared(),
        counts && forms.isInForce(set, today),
        forms.judged(set),
        set.rules().stream()
            .map(
                rule ->
                    new RuleSetView.Rule(
                        rule.code(),
                        Level.valueOf(rule.level().name()),
                        rule.text().in(language.getLanguage()),
                        when.getOrDefault(rule.code(), "")))
            .toList(),
        row == null ? null : made(row, names));
  }

  private static RuleSetView.Made made(RuleTable.Row row, Map<Long, String> names) {
    return new RuleSetView.Made(
        names.getOrDefault(row.madeBy(), ""),
        row.madeAt(),
        row.withdrawnBy() == null ? null : names.getOrDefault(row.withdrawnBy(), ""),
        row.withdrawnAt(),
        row.withdrawnFor());
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null || text.length() != 10 ? null : LocalDate.parse(text);
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, program.zone());
  }
}
