package vn.lachan.app.places;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;

/**
 * Writes the rows of an import, some in one transaction with their answers: a portion that is
 * repeated finds its rows answered.
 */
@Component
class ImportWork implements LongWork {
  static final String KIND = "places.import";

  private final ImportTable imports;
  private final ImportRowTable rowTable;
  private final ImportRows rows;
  private final ImportVault vault;
  private final Officers officers;
  private final ImportSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ImportWork(
      ImportTable imports,
      ImportRowTable rowTable,
      ImportRows rows,
      ImportVault vault,
      Officers officers,
      ImportSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.imports = imports;
    this.rowTable = rowTable;
    this.rows = rows;
    this.vault = vault;
    this.officers = officers;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    Instant now = clock.instant();
    UUID id = UUID.fromString(job.argument());
    Actor actor =
        officers
            .find(job.startedBy(), now)
            .orElseThrow(() -> Refusal.forbidden("places.import.refused.officer-gone"));
    int answered = Objects.requireNonNull(transactions.execute(status -> portion(actor, id, now)));
    int waiting = rowTable.counts(id).getOrDefault(ImportRow.State.WAITING, 0);
    return new JobStep("", Math.max(0, job.total() - waiting), job.total(), answered == 0);
  }

  private int portion(Actor actor, UUID id, Instant now) {
    // Held, so that whoever undoes the import waits for the portion and then stops the next.
    Optional<ImportTable.Stored> stored = imports.find(id, actor.account(), true);
    if (stored.isEmpty() || stored.get().undoneAt() != null) {
      return 0;
    }
    ImportFrame frame = rows.frame(actor, stored.get().plan(), now);
    List<ImportRowTable.Stored> waiting = rowTable.waiting(id, settings.portionRows());
    for (ImportRowTable.Stored row : waiting) {
      ImportCells cells = vault.cells(stored.get(), Objects.requireNonNull(row.cells()));
      rows.answer(actor, stored.get(), row.line(), cells, frame, now);
    }
    return waiting.size();
  }
}
