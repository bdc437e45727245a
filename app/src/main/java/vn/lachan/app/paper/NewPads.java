package vn.lachan.app.paper;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pads to be made: one for each place, or one for the station of a commune.
 *
 * @param unit the commune; only where there is no place
 * @param form the code of a form
 * @param language in which the questions are printed: vi or en
 * @param sheets of each pad
 */
public record NewPads(
    List<UUID> places,
    @Nullable Integer unit,
    String form,
    String language,
    Layout layout,
    int sheets) {
  public NewPads {
    places = List.copyOf(places);
  }
}
