package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.tracing.InfectiousPeriod;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.TraceRefused;
import vn.lachan.engine.tracing.Window;

/** Finds the rule set and the window of a trace, or says why there is none. */
@Component
class Planner {
  private final RuleSets ruleSets;
  private final ProgramSettings program;
  private final TracingSettings settings;

  Planner(RuleSets ruleSets, ProgramSettings program, TracingSettings settings) {
    this.ruleSets = ruleSets;
    this.program = program;
    this.settings = settings;
  }

  /** For a case as somebody states it; a window beyond the limit is taken for a mistake. */
  Plan plan(TraceRequest request, Instant now) {
    Rules rules =
        ruleSets
            .select(request.disease(), request.unit(), request.confirmedOn())
            .orElseThrow(() -> Refusal.invalid("tracing.refused.no-rules"));
    Plan plan = of(rules, request.dates(), settings.crowdVisitors(), now);
    Window window = plan.period().window();
    if (window.from() > now.getEpochSecond()) {
      throw Refusal.invalid("tracing.refused.future");
    }
    if (window.to() - window.from() > Duration.ofDays(settings.windowDays()).toSeconds()) {
      throw Refusal.invalid("tracing.refused.window-too-long", settings.windowDays());
    }
    return plan;
  }

  /**
   * For a stored trace, by the rule set stored with it. One whose index case nobody isolates ends
   * at the limit.
   */
  Plan again(StoredTrace trace, Instant now) {
    Integer crowd = trace.crowdVisitors();
    int visitors = crowd == null ? settings.crowdVisitors() : crowd;
    Plan plan = of(trace.rules(), trace.dates(), visitors, now);
    InfectiousPeriod period = plan.period();
    long latest = period.window().from() + Duration.ofDays(settings.windowDays()).toSeconds();
    if (period.window().to() <= latest) {
      return plan;
    }
    var cut =
        new InfectiousPeriod(
            new Window(period.window().from(), latest),
            period.start(),
            period.basis(),
            period.days(),
            period.rules());
    return new Plan(plan.rules(), cut, plan.openEnded(), visitors);
  }

  private Plan of(Rules rules, CaseDates dates, int crowdVisitors, Instant now) {
    try {
      InfectiousPeriod period = InfectiousPeriod.of(rules, dates, program.zone(), now);
      return new Plan(rules, period, dates.isolatedAt() == null, crowdVisitors);
    } catch (TraceRefused refused) {
      throw switch (refused.code()) {
        case NO_DATE -> Refusal.invalid("tracing.refused.no-date");
        case EMPTY_WINDOW ->
            Refusal.invalid(
                dates.isolatedAt() == null
                    ? "tracing.refused.future"
                    : "tracing.refused.empty-window");
        case GENERATIONS -> new IllegalStateException("A stored rule set is damaged", refused);
      };
    }
  }
}
