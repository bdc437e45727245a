package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/**
 * Counts every day that visits still hold from the beginning, some thousand places a step. Its
 * position is the day and the last place done.
 */
@Component
class Recount implements LongWork {
  static final String KIND = "places.recount";
  private static final int PLACES_A_STEP = 5_000;

  private final VisitCounts visits;
  private final ActivityTable table;
  private final TransactionTemplate transactions;

  Recount(VisitCounts visits, ActivityTable table, TransactionTemplate transactions) {
    this.visits = visits;
    this.table = table;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    List<LocalDate> days = visits.days();
    Position at = Position.parse(job.position());
    LocalDate day = days.stream().filter(held -> !held.isBefore(at.day())).findFirst().orElse(null);
    if (day == null) {
      return new JobStep(job.position(), days.size(), days.size(), true);
    }
    long after = day.equals(at.day()) ? at.place() : 0;
    Position next = transactions.execute(status -> count(day, after));
    long done = days.stream().filter(held -> held.isBefore(next.day())).count();
    return new JobStep(next.text(), done, days.size(), false);
  }

  private Position count(LocalDate day, long after) {
    table.lockCursor();
    List<DayActivity> counts = visits.countDay(day, after, PLACES_A_STEP);
    boolean whole = counts.size() < PLACES_A_STEP;
    long upTo = whole ? Long.MAX_VALUE : counts.getLast().place();
    table.deleteOthers(day, after, upTo, counts);
    table.replace(counts);
    return whole ? new Position(day.plusDays(1), 0) : new Position(day, upTo);
  }

  private record Position(LocalDate day, long place) {
    static Position parse(String text) {
      if (text.isEmpty()) {
        return new Position(LocalDate.EPOCH, 0);
      }
      String[] parts = text.split(" ", 2);
      return new Position(LocalDate.parse(parts[0]), Long.parseLong(parts[1]));
    }

    String text() {
      return day + " " + place;
    }
  }
}
