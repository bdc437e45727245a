package vn.lachan.app.tracing.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.lachan.app.program.Formats;
import vn.lachan.app.tracing.PublicItinerary;
import vn.lachan.app.units.Units;

/** A published itinerary in the reader's words. */
record PublicLine(
    UUID id, String place, String address, String unit, String window, String instructions) {
  static PublicLine of(PublicItinerary itinerary, Units units, Formats formats) {
    String english = itinerary.instructionsEn();
    String reads = LocaleContextHolder.getLocale().getLanguage();
    String instructions =
        english == null || !reads.equals(Locale.ENGLISH.getLanguage())
            ? itinerary.instructionsVi()
            : english;
    return new PublicLine(
        itinerary.id(),
        itinerary.place(),
        itinerary.address(),
        units.path(itinerary.unit()),
        formats.span(itinerary.from(), itinerary.to()),
        instructions);
  }
}
