package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question of an inspection, as the reference data say from {@code validFrom} to {@code validTo}.
 *
 * @param required whether a place that misses it must put it right; otherwise it is advice
 * @param document the document that asks for it, or that there is none
 * @param note what of it is the product's own, or not compared with the original text
 */
public record ChecklistItem(
    String code,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean required,
    String vietnamese,
    String english,
    String document,
    String note) {
  public String name(Locale language) {
    return language.getLanguage().equals("en") ? english : vietnamese;
  }
}
