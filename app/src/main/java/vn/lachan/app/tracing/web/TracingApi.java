package vn.lachan.app.tracing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.Cause;
import vn.lachan.app.tracing.ContactChange;
import vn.lachan.app.tracing.RuleSet;
import vn.lachan.app.tracing.TraceFigures;
import vn.lachan.app.tracing.TraceHead;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.app.tracing.Traces;
import vn.lachan.engine.tracing.ContactClass;

/** Traces for other systems: rule sets, the head of a trace, and what changed since. */
@RestController
@RequestMapping("/api/v1/tracing")
class TracingApi {
  private final Traces traces;
  private final People people;

  TracingApi(Traces traces, People people) {
    this.traces = traces;
    this.people = people;
  }

  /** A trace without its contacts; {@code caseNumber} is that of casework. */
  record Trace(
      UUID id,
      long caseNumber,
      TraceWindow window,
      int generations,
      Instant computedAt,
      long computedMillis,
      LocalDate growsFrom,
      @Nullable Instant closedAt,
      long lastChange,
      List<TraceFigures.Generation> figures,
      int places) {
    static Trace of(TraceHead head) {
      return new Trace(
          head.publicId(),
          head.subject(),
          head.window(),
          head.generations(),
          head.computedAt(),
          head.computedMillis(),
          head.growsFrom(),
          head.closedAt(),
          head.lastChange(),
          head.figures(),
          head.places());
    }
  }

  /** One change of one contact. */
  record Change(
      long number,
      @Nullable UUID person,
      ContactChange.Kind kind,
      Cause cause,
      Instant at,
      @Nullable Integer generation,
      @Nullable ContactClass classBefore,
      @Nullable ContactClass classAfter,
      @Nullable Long minutesBefore,
      @Nullable Long minutesAfter) {}

  /** A page of changes; {@code next} is to be sent as {@code before}. */
  record Changes(List<Change> rows, @Nullable String next) {}

  @Open("rule sets are published documents")
  @GetMapping("/rule-sets")
  List<RuleSet> ruleSets() {
    return traces.ruleSets();
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/traces/{trace}")
  Trace get(Actor actor, @PathVariable UUID trace) {
    return Trace.of(traces.get(actor, trace));
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/traces/{trace}/changes")
  Changes changes(
      Actor actor,
      @PathVariable UUID trace,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    TraceHead head = traces.get(actor, trace);
    Page<ContactChange> page = traces.changes(actor, head.subject(), before, rows);
    Map<Long, MaskedPerson> persons =
        people.masked(page.rows().stream().map(ContactChange::person).distinct().toList());
    return new Changes(
        page.rows().stream().map(change -> change(change, persons)).toList(), page.next());
  }

  private static Change change(ContactChange change, Map<Long, MaskedPerson> persons) {
    MaskedPerson person = persons.get(change.person());
    return new Change(
        change.number(),
        person == null ? null : person.publicId(),
        change.kind(),
        change.cause(),
        change.at(),
        change.generation(),
        change.classBefore(),
        change.classAfter(),
        change.minutesBefore(),
        change.minutesAfter());
  }
}
