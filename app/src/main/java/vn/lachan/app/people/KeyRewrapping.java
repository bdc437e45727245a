package vn.lachan.app.people;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.WrappedKeys;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/**
 * Wraps every key that lies in the database with the newest version of the master key: those of
 * persons and those that other modules keep. The position is the column and the row done last; it
 * ends only after a whole pass that found nothing, so that whatever was being written while a pass
 * went by is taken by the next.
 */
@Component
class KeyRewrapping implements LongWork {
  static final String KIND = "people.rewrap";

  private static final int KEYS_A_STEP = 500;

  private final List<WrappedKeys> columns;
  private final Keyring keyring;
  private final TransactionTemplate transactions;

  KeyRewrapping(List<WrappedKeys> columns, Keyring keyring, TransactionTemplate transactions) {
    this.columns = columns.stream().sorted(Comparator.comparing(WrappedKeys::column)).toList();
    this.keyring = keyring;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    Position at = Position.parse(job.position());
    if (at.column >= columns.size()) {
      boolean again = at.found > 0;
      return step(job, again ? new Position(0, 0, null) : at, 0, !again);
    }
    WrappedKeys column = columns.get(at.column);
    WrappedKeys.Portion portion =
        Objects.requireNonNull(
            transactions.execute(status -> column.rewrap(keyring, at.after, KEYS_A_STEP)));
    long found = at.found + portion.done();
    Position next =
        portion.last() == null
            ? new Position(at.column + 1, found, null)
            : new Position(at.column, found, portion.last());
    return step(job, next, portion.done(), false);
  }

  private static JobStep step(JobState job, Position next, int done, boolean finished) {
    long all = job.done() + done;
    return new JobStep(next.text(), all, Math.max(job.total(), all), finished);
  }

  /**
   * Where a pass is.
   *
   * @param column which column, in their order
   * @param found keys wrapped anew in this pass
   * @param after the row done last; null at the beginning of a column
   */
  private record Position(int column, long found, @Nullable String after) {
    static Position parse(String text) {
      if (text.isEmpty()) {
        return new Position(0, 0, null);
      }
      String[] parts = text.split(" ", 3);
      return parts.length < 2
          ? new Position(0, 0, null)
          : new Position(
              Integer.parseInt(parts[0]),
              Long.parseLong(parts[1]),
              parts.length == 3 ? parts[2] : null);
    }

    String text() {
      return column + " " + found + (after == null ? "" : " " + after);
    }
  }
}
