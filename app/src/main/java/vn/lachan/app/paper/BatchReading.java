package vn.lachan.app.paper;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/** Fills rows of batches with what lists show beside them, one question a kind of thing. */
@Component
class BatchReading {
  private static final BatchRow.Counts NONE = new BatchRow.Counts(0, 0, 0, 0, 0, 0, 0);

  private final BatchTable batches;
  private final Places places;
  private final Accounts accounts;

  BatchReading(BatchTable batches, Places places, Accounts accounts) {
    this.batches = batches;
    this.places = places;
    this.accounts = accounts;
  }

  BatchRow row(BatchTable.Row batch) {
    return rows(List.of(batch)).getFirst();
  }

  List<BatchRow> rows(List<BatchTable.Row> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, BatchRow.Counts> counts =
        batches.counts(found.stream().map(BatchTable.Row::number).toList());
    Map<Long, PlaceCard> cards =
        places.cards(
            found.stream().flatMap(batch -> Numbers.known(batch.place())).distinct().toList());
    Map<Long, String> names =
        accounts.names(found.stream().map(BatchTable.Row::madeBy).distinct().toList());
    return found.stream()
        .map(
            batch -> {
              PlaceCard card = batch.place() == null ? null : cards.get(batch.place());
              return new BatchRow(
                  batch.number(),
                  batch.publicId(),
                  batch.name(),
                  card == null ? null : card.name(),
                  card == null ? null : card.publicId(),
                  batch.unit(),
                  batch.form(),
                  batch.formAt(),
                  batch.doubleEntry(),
                  batch.settler(),
                  batch.madeAt(),
                  names.getOrDefault(batch.madeBy(), ""),
                  batch.closedAt(),
                  counts.getOrDefault(batch.number(), NONE),
                  batch.keyers());
            })
        .toList();
  }
}
