package vn.lachan.app.places.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.Status;

/** The filters of the list as they stand in the address. */
record FilterForm(
    @Nullable String text,
    @Nullable String unit,
    @Nullable String type,
    @Nullable String sector,
    @Nullable String status) {
  PlaceFilter filter() {
    return new PlaceFilter(text, chosenUnit(), type, sector, statusOrNull());
  }

  public boolean isEmpty() {
    return blank(unit) && blank(text) && blank(type) && blank(sector) && blank(status);
  }

  public @Nullable Integer chosenUnit() {
    if (unit == null || unit.isBlank()) {
      return null;
    }
    try {
      return Integer.valueOf(unit);
    } catch (NumberFormatException noNumber) {
      throw Refusal.invalid("places.refused.unit-unknown");
    }
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
