package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.tracing.RuleBook;
import vn.lachan.engine.tracing.Rules;

/**
 * The dated rule sets. Those that the program ships are added to the table at its start, if they
 * are not there; which one holds is always read from the table, so that a province's own row
 * counts.
 */
@Component
class RuleSets implements InitializingBean {
  private record Stored(Rules rules, boolean drill) {}

  private final JdbcClient jdbc;
  private final Units units;
  private final ProgramSettings program;
  private final Clock clock;

  RuleSets(JdbcClient jdbc, Units units, ProgramSettings program, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.program = program;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    Instant now = clock.instant();
    RuleBook.shipped().rules().forEach(rules -> add(rules, false, now));
    add(DrillRules.rules(), true, now);
  }

  /** The rule set that holds for a disease in the province of a unit on a day. */
  Optional<Rules> select(String disease, int unit, LocalDate day) {
    String province = province(unit);
    List<Stored> all = all();
    Optional<Rules> drill =
        program.drill() ? book(all, true).select(disease, province, day) : Optional.empty();
    return drill.isPresent() ? drill : book(all, false).select(disease, province, day);
  }

  Set<String> diseases(int unit, LocalDate day) {
    Set<String> diseases = new TreeSet<>();
    for (Stored stored : all()) {
      String disease = stored.rules.disease();
      boolean named = !disease.equals(Rules.ANY_DISEASE);
      if (named && select(disease, unit, day).isPresent()) {
        diseases.add(disease);
      }
    }
    return diseases;
  }

  List<RuleSet> list() {
    return all().stream().map(stored -> view(stored.rules)).toList();
  }

  static RuleSet view(Rules rules) {
    return new RuleSet(
        rules.id(),
        rules.document(),
        rules.title(),
        rules.disease(),
        rules.province(),
        rules.validFrom(),
        rules.validTo(),
        rules.certainty(),
        rules.id().equals(DrillRules.ID),
        rules.generations());
  }

  private static RuleBook book(List<Stored> all, boolean drill) {
    return new RuleBook(
        all.stream().filter(stored -> stored.drill == drill).map(Stored::rules).toList());
  }

  private @Nullable String province(int unit) {
    return units
        .find(unit)
        .map(
            found -> {
              List<Unit> above = units.ancestors(unit);
              return above.isEmpty() ? found.code() : above.getLast().code();
            })
        .orElse(null);
  }

  private List<Stored> all() {
    return jdbc.sql("select rules, drill from tracing.rule_set order by valid_from desc, id")
        .query(RuleSets::stored)
        .list();
  }

  private static Stored stored(ResultSet row, int index) throws SQLException {
    String json = Objects.requireNonNull(row.getString("rules"));
    return new Stored(RulesJson.read(json), row.getBoolean("drill"));
  }

  private void add(Rules rules, boolean drill, Instant now) {
    jdbc.sql(
            """
            insert into tracing.rule_set (id, document, title, disease, province, valid_from,
              valid_to, drill, certainty, rules, recorded_at)
            values (:id, :document, :title, :disease, :province, :from, :to, :drill, :certainty,
              :rules::jsonb, :now)
            on conflict (id) do nothing
            """)
        .param("id", rules.id())
        .param("document", rules.document())
        .param("title", rules.title())
        .param("disease", rules.disease())
        .param("province", rules.province())
        .param("from", rules.validFrom())
        .param("to", rules.validTo())
        .param("drill", drill)
        .param("certainty", rules.certainty())
        .param("rules", RulesJson.write(rules))
        .param("now", Columns.time(now))
        .update();
  }
}
