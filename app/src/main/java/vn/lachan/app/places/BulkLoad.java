package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PlaceCode;

/** Writes many open places in batches, in one transaction for all. */
@Component
class BulkLoad {
  private static final int BATCH_ROWS = 1_000;

  private final TransactionTemplate transactions;
  private final PlaceTable places;
  private final PlaceHistoryTable history;
  private final PlaceRules rules;
  private final OwnerSeal owners;
  private final ProgramSettings program;

  BulkLoad(
      TransactionTemplate transactions,
      PlaceTable places,
      PlaceHistoryTable history,
      PlaceRules rules,
      OwnerSeal owners,
      ProgramSettings program) {
    this.transactions = transactions;
    this.places = places;
    this.history = history;
    this.rules = rules;
    this.owners = owners;
    this.program = program;
  }

  long[] load(Iterator<NewPlace> arriving, Instant now) {
    List<Long> numbers = new ArrayList<>();
    transactions.executeWithoutResult(
        status -> {
          List<NewPlace> batch = new ArrayList<>(BATCH_ROWS);
          while (arriving.hasNext()) {
            batch.add(arriving.next());
            if (batch.size() == BATCH_ROWS || !arriving.hasNext()) {
              numbers.addAll(write(batch, now));
              batch.clear();
            }
          }
        });
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private List<Long> write(List<NewPlace> batch, Instant now) {
    List<Long> numbers = places.nextNumbers(batch.size());
    Map<Long, PlaceCode> codes = codes(batch, numbers, now);
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    List<PlaceTable.NewRow> rows = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      long number = numbers.get(i);
      PlaceCode code = Objects.requireNonNull(codes.get(number));
      rows.add(row(number, code, batch.get(i), today, now));
    }
    places.insert(rows);
    history.recordLoaded(numbers, now);
    return numbers;
  }

  private Map<Long, PlaceCode> codes(List<NewPlace> batch, List<Long> numbers, Instant now) {
    Map<Long, PlaceCode> wanted = new HashMap<>();
    List<Long> random = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      PlaceCode code = batch.get(i).code();
      if (code == null) {
        random.add(numbers.get(i));
      } else {
        wanted.put(numbers.get(i), code);
      }
    }
    if (history.claim(wanted, now).size() < wanted.size()) {
      throw new IllegalArgumentException("A code to be loaded was given out before");
    }
    wanted.putAll(history.issueCodes(random, now));
    return wanted;
  }

  private PlaceTable.NewRow row(
      long number, PlaceCode code, NewPlace place, LocalDate today, Instant now) {
    PlaceFacts facts = rules.check(place.facts(), today);
    UUID publicId = UUID.randomUUID();
    OwnerSeal.Columns owner =
        owners.seal(publicId, OwnerSeal.Columns.NONE, facts.ownerName(), facts.ownerPhone());
    return new PlaceTable.NewRow(
        number, publicId, code, facts, owner, place.ownerAccount(), Status.OPEN, now, 0L);
  }
}
