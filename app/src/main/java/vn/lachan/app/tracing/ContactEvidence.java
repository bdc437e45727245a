package vn.lachan.app.tracing;

import java.util.List;
import vn.lachan.engine.tracing.Exposure;

/**
 * A contact with what makes it one.
 *
 * @param exposures the strongest first, those of {@code via} before the others
 * @param path from the contact through whom, and so on, to the index case
 * @param changes its history, the latest first
 */
public record ContactEvidence(
    ContactRow contact, List<Exposure> exposures, List<Long> path, List<ContactChange> changes) {
  public ContactEvidence {
    exposures = List.copyOf(exposures);
    path = List.copyOf(path);
    changes = List.copyOf(changes);
  }
}
