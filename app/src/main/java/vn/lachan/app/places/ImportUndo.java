package vn.lachan.app.places;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * Takes an import back. Its places are closed at once, so that every gate refuses them within
 * seconds; those that still nobody used are deleted some time after, when no gate can hold an old
 * card of them any more. Also deletes what is past its time.
 */
@Component
class ImportUndo {
  private static final Duration SETTLES_WITHIN = Duration.ofMinutes(10);
  private static final String REASON = "Hoàn tác đợt nhập từ tệp";

  private final ImportTable imports;
  private final ImportRowTable rows;
  private final UndoTable table;
  private final PlaceUses uses;
  private final OwnerProof owners;
  private final ImportSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ImportUndo(
      ImportTable imports,
      ImportRowTable rows,
      UndoTable table,
      PlaceUses uses,
      OwnerProof owners,
      ImportSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.imports = imports;
    this.rows = rows;
    this.table = table;
    this.uses = uses;
    this.owners = owners;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In the caller's transaction; answers how many places it closed. */
  int undo(Actor actor, ImportTable.Stored stored, Instant now) {
    List<Long> places = rows.places(stored.id());
    int used = uses.used(places).size();
    if (used > 0) {
      throw Refusal.conflict("places.import.refused.used", used);
    }
    table.close(places, actor.account(), REASON, now);
    return places.size();
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT3M")
  void tidy() {
    Instant now = clock.instant();
    List<Long> leftovers = table.leftovers(now.minus(SETTLES_WITHIN));
    while (!leftovers.isEmpty() && delete(leftovers, now) > 0) {
      leftovers = table.leftovers(now.minus(SETTLES_WITHIN));
    }
    imports.deleteOld(
        now.minus(Duration.ofHours(settings.uploadHours())),
        now.minus(Duration.ofDays(settings.retentionDays())));
  }

  /** Answers how many it deleted; the used ones among them stay, closed. */
  private int delete(List<Long> leftovers, Instant now) {
    Set<Long> unused = new HashSet<>(leftovers);
    unused.removeAll(uses.used(leftovers));
    transactions.executeWithoutResult(
        status -> {
          unused.forEach(place -> owners.release(place, now));
          table.delete(List.copyOf(unused), REASON, now);
        });
    return unused.size();
  }
}
