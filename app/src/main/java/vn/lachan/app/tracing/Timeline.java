package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import vn.lachan.engine.tracing.Exposure;

/**
 * The index case's stays in the window and whom they met.
 *
 * @param contacts of the first generation, the riskiest first, with their overlaps
 * @param more whether there are more contacts than shown
 */
public record Timeline(List<Stay> stays, List<Row> contacts, boolean more) {
  public Timeline {
    stays = List.copyOf(stays);
    contacts = List.copyOf(contacts);
  }

  /** A united stay, cut to the window. */
  public record Stay(long place, Instant from, Instant to, boolean departureInferred) {}

  /** A contact with its exposures. */
  public record Row(ContactRow contact, List<Exposure> exposures) {
    public Row {
      exposures = List.copyOf(exposures);
    }
  }
}
