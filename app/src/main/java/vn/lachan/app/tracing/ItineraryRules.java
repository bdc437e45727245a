package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** What may be made public: a window that people can remember, and words that point at nobody. */
final class ItineraryRules {
  private static final int LETTERS = 1_000;
  private static final Duration LONGEST = Duration.ofDays(2);

  /** How cases are numbered, here and in the notices of ministries. */
  private static final Pattern CASE =
      Pattern.compile(
          "\\b(CB[- ]?\\d+|BN[- ]?\\d+|(bệnh nhân|ca bệnh|patient)\\s+(số\\s*)?\\d+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A mobile phone or a citizen number points at somebody; hotlines are no mobile phones. */
  private static final Pattern PERSON =
      Pattern.compile("(?<!\\d)(0[35789]\\d([ .]?\\d){7}|\\d{12})(?!\\d)");

  private ItineraryRules() {}

  static void check(NewItinerary itinerary, int days, Instant now) {
    Instant from = itinerary.from();
    Instant to = itinerary.to();
    if (!from.isBefore(to) || from.plus(LONGEST).isBefore(to) || to.isAfter(now)) {
      throw Refusal.invalid("tracing.refused.itinerary-window", LONGEST.toHours());
    }
    if (from.isBefore(now.minus(Duration.ofDays(days)))) {
      throw Refusal.invalid("tracing.refused.itinerary-old", days);
    }
    words(itinerary.instructions(), true);
    words(itinerary.instructionsEnglish(), false);
  }

  private static void words(@Nullable String text, boolean needed) {
    if (text == null || text.isBlank()) {
      if (needed) {
        throw Refusal.invalid("tracing.refused.itinerary-words", LETTERS);
      }
      return;
    }
    if (text.length() > LETTERS) {
      throw Refusal.invalid("tracing.refused.itinerary-words", LETTERS);
    }
    if (CASE.matcher(text).find() || PERSON.matcher(text).find()) {
      throw Refusal.invalid("tracing.refused.itinerary-names");
    }
  }
}
