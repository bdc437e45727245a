package vn.lachan.app.declarations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Warnings;

/** Judges the latest declarations by rules in force and by others, to show what would change. */
@Component
class RuleTrial {
  private static final int DAYS = 7;
  private static final int DECLARATIONS = 500;
  private static final int EXAMPLES = 10;
  private static final Set<String> ONLY_KNOWN_THEN = Set.of("under-order");

  private final DeclarationListTable table;
  private final DeclarationReading reading;
  private final DeclarationCheck check;
  private final FormBook forms;
  private final ProgramSettings program;

  RuleTrial(
      DeclarationListTable table,
      DeclarationReading reading,
      DeclarationCheck check,
      FormBook forms,
      ProgramSettings program) {
    this.table = table;
    this.reading = reading;
    this.check = check;
    this.forms = forms;
    this.program = program;
  }

  RulePreview run(DeclaredForm.Rules wanted, DeclaredForm.Rules now, Instant at) {
    Map<Level, Map<Level, Integer>> moves = new EnumMap<>(Level.class);
    List<RulePreview.Example> examples = new ArrayList<>();
    int judged = 0;
    Instant since = at.minus(Duration.ofDays(DAYS));
    List<DeclarationListTable.Row> rows =
        table.latest(forms.judged(wanted.set()), since, DECLARATIONS);
    Map<Long, List<String>> fired =
        table.fired(rows.stream().map(DeclarationListTable.Row::number).toList());
    for (DeclarationListTable.Row row : rows) {
      Optional<Levels> both = judge(row, fired.getOrDefault(row.number(), List.of()), wanted, now);
      if (both.isPresent()) {
        Levels levels = both.get();
        judged++;
        moves
            .computeIfAbsent(levels.from(), _ -> new EnumMap<>(Level.class))
            .merge(levels.to(), 1, Integer::sum);
        if (levels.from() != levels.to() && examples.size() < EXAMPLES) {
          examples.add(
              new RulePreview.Example(row.publicId(), row.number(), levels.from(), levels.to()));
        }
      }
    }
    return new RulePreview(judged, DAYS, flat(moves), examples);
  }

  private record Levels(Level from, Level to) {}

  private Optional<Levels> judge(
      DeclarationListTable.Row row,
      List<String> fired,
      DeclaredForm.Rules wanted,
      DeclaredForm.Rules now) {
    Optional<DeclaredForm> form = forms.version(row.form(), row.formVersion());
    Optional<String> answers = reading.answers(row);
    if (form.isEmpty()
        || answers.isEmpty()
        || !(Forms.readResponse(answers.get())
            instanceof ResponseReading.Accepted(Response read))) {
      return Optional.empty();
    }
    List<String> known = fired.stream().filter(ONLY_KNOWN_THEN::contains).toList();
    LocalDate day = LocalDate.ofInstant(row.declaredAt(), program.zone());
    Set<String> facts = check.facts(form.get(), read, Set.copyOf(known), row.declaredAt(), day);
    return Optional.of(
        new Levels(level(now, form.get(), read, facts), level(wanted, form.get(), read, facts)));
  }

  private static Level level(
      DeclaredForm.Rules rules, DeclaredForm form, Response response, Set<String> facts) {
    return Level.valueOf(
        Warnings.level(rules.set(), form.questionnaire(), response, facts).level().name());
  }

  private static List<RulePreview.Move> flat(Map<Level, Map<Level, Integer>> moves) {
    List<RulePreview.Move> flat = new ArrayList<>();
    moves.forEach(
        (from, counts) ->
            counts.forEach((to, count) -> flat.add(new RulePreview.Move(from, to, count))));
    return flat;
  }
}
