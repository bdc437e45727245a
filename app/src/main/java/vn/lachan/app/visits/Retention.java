package vn.lachan.app.visits;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Page;

/** The days that are held and the record of those that are not, for operators. */
@Component
public class Retention {
  private final RetentionTable table;

  Retention(RetentionTable table) {
    this.table = table;
  }

  /** Every day that has a partition, the latest first; days ahead are empty. */
  @Transactional(readOnly = true)
  public List<DayPartition> partitions(Actor actor) {
    actor.requireEverywhere(Permission.OPERATE);
    return table.partitions();
  }

  /** Runs that had something to destroy, the latest first. */
  @Transactional(readOnly = true)
  public Page<RetentionRun> runs(Actor actor, @Nullable Long before, int rows) {
    actor.requireEverywhere(Permission.OPERATE);
    return Page.of(table.runs(before, rows + 1), rows, run -> Long.toString(run.number()));
  }

  /** The days that a run destroyed, with what went. */
  @Transactional(readOnly = true)
  public List<ForgottenDay> forgotten(Actor actor, long run) {
    actor.requireEverywhere(Permission.OPERATE);
    return table.daysOf(run);
  }

  /** What each open trace kept at a run: from which day on it can still grow. */
  @Transactional(readOnly = true)
  public Page<KeptEvidence> kept(Actor actor, long run, @Nullable UUID after, int rows) {
    actor.requireEverywhere(Permission.OPERATE);
    return Page.of(table.keptBy(run, after, rows + 1), rows, kept -> kept.thing().toString());
  }
}
