package vn.lachan.app.visits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.DwellRule;
import vn.lachan.app.places.PlaceChanged;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;

/**
 * Infers the departures at a place anew after its hours or its kind were corrected, for all days
 * that are stored: place by place, a portion a step. What changes goes the way of every other
 * change, through the store and its received order, and so reaches the traces.
 */
@Component
class DeparturesAnew implements LongWork {
  static final String KIND = "visits.departures";
  static final int ROWS = 1_000;

  private final Jobs jobs;
  private final LimitTable table;
  private final VisitStore store;
  private final Places places;

  DeparturesAnew(Jobs jobs, LimitTable table, VisitStore store, Places places) {
    this.jobs = jobs;
    this.table = table;
    this.store = store;
    this.places = places;
  }

  /** In the transaction of the correction. */
  @EventListener
  void on(PlaceChanged changed) {
    if (changed.stays()) {
      jobs.start(new NewJob(KIND, Long.toString(changed.place()), 0, 0));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    long place = Long.parseLong(job.argument());
    LimitTable.Key after = LimitTable.Key.of(job.position());
    List<LimitTable.Row> rows = table.after(place, after, ROWS);
    Map<LocalDate, Optional<DwellRule>> rules = new HashMap<>();
    List<NewLimit> changed = new ArrayList<>();
    for (LimitTable.Row row : rows) {
      rules
          .computeIfAbsent(VisitDays.dayOf(row.enteredAt()), day -> places.dwell(place, day))
          .map(rule -> StayTimes.limit(rule, row.enteredAt()).departsBy())
          .filter(departsBy -> departsBy != row.departsBy())
          .ifPresent(
              departsBy ->
                  changed.add(new NewLimit(row.person(), place, row.enteredAt(), departsBy)));
    }
    store.append(changed);
    boolean finished = rows.size() < ROWS;
    String position = rows.isEmpty() ? job.position() : rows.getLast().key().text();
    return new JobStep(position, job.done() + rows.size(), 0, finished);
  }
}
