package vn.lachan.app.paper;

import java.util.List;
import java.util.UUID;

/**
 * A batch to be made: some sheets of a pad, or a handful of serials of one place and one form.
 *
 * @param from position in the pad, from 1
 * @param to position in the pad, included
 * @param serials instead of positions, where there are any; they may be of several pads
 */
public record NewBatch(
    UUID pad,
    String name,
    int from,
    int to,
    List<String> serials,
    boolean doubleEntry,
    Settler settler) {
  public NewBatch {
    serials = List.copyOf(serials);
  }
}
