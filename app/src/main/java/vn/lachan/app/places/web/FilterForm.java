package vn.lachan.app.places.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.Status;

/** The filters of the list as they stand in the address. */
record FilterForm(
    @Nullable String text,
    @Nullable Integer unit,
    @Nullable String type,
    @Nullable String sector,
    @Nullable String status) {
  PlaceFilter filter() {
    return new PlaceFilter(text, unit, type, sector, statusOrNull());
  }

  boolean isEmpty() {
    return unit == null && blank(text) && blank(type) && blank(sector) && blank(status);
  }

  private @Nullable Status statusOrNull() {
    if (blank(status)) {
      return null;
    }
    return Arrays.stream(Status.values())
        .filter(known -> known.key().equals(status))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.refused.status-unknown"));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
