package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Visits in PostgreSQL. */
@Component
class PostgresVisitStore implements VisitStore {
  /** From so many windows on, rows are fetched in portions, which needs a transaction. */
  private static final int MANY = 500;

  private final TransactionOperations transactions;
  private final GroupWriter writer;
  private final WindowTable windows;
  private final ArrivalTable arrivals;
  private final VisitTable visits;
  private final VisitDays days;

  PostgresVisitStore(
      TransactionOperations transactions,
      GroupWriter writer,
      WindowTable windows,
      ArrivalTable arrivals,
      VisitTable visits,
      VisitDays days) {
    this.transactions = transactions;
    this.writer = writer;
    this.windows = windows;
    this.arrivals = arrivals;
    this.visits = visits;
    this.days = days;
  }

  @Override
  public AppendResult append(List<? extends VisitMessage> group) {
    if (group.isEmpty()) {
      return new AppendResult(List.of());
    }
    try {
      return new AppendResult(write(group));
    } catch (DataIntegrityViolationException e) {
      days.refresh();
      return new AppendResult(eachAlone(group));
    }
  }

  @Override
  public List<Visit> ofPersons(List<PersonWindow> asked) {
    Windows joined = Windows.ofPersons(asked);
    return joined.size() < MANY
        ? windows.ofPersons(joined)
        : transactions.execute(status -> windows.ofPersons(joined));
  }

  @Override
  public List<Visit> atPlaces(List<PlaceWindow> asked) {
    Windows joined = Windows.atPlaces(asked);
    return joined.size() < MANY
        ? windows.atPlaces(joined)
        : transactions.execute(status -> windows.atPlaces(joined));
  }

  @Override
  public List<Visit> presentAt(PlaceWindow window, long fromSecond, int skipped, int rows) {
    return windows.presentAt(window, fromSecond, skipped, rows);
  }

  @Override
  public Set<Long> personsAt(PlaceWindow window) {
    return windows.personsAt(window);
  }

  @Override
  public Followed follow(long cursor, int groups) {
    return arrivals.after(cursor, groups);
  }

  @Override
  public long head() {
    return arrivals.head();
  }

  @Override
  public Waiting waiting(long cursor) {
    return arrivals.waiting(cursor);
  }

  @Override
  public void forgetBefore(LocalDate day) {
    Instant midnight = VisitDays.midnight(day);
    days.drop(day);
    visits.forgetWithdrawnBefore(midnight);
    arrivals.forgetBefore(midnight);
  }

  /** One bad message must not refuse another's; what fails alone fails for its own sake. */
  private List<Outcome> eachAlone(List<? extends VisitMessage> group) {
    List<Outcome> outcomes = new ArrayList<>(group.size());
    for (VisitMessage message : group) {
      try {
        outcomes.add(write(List.of(message)).getFirst());
      } catch (DataIntegrityViolationException e) {
        outcomes.add(Outcome.FAILED);
      }
    }
    return outcomes;
  }

  private List<Outcome> write(List<? extends VisitMessage> group) {
    days.ensure(group);
    return transactions.execute(status -> writer.write(group));
  }
}
