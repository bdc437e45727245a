package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/** What may be made public, and for how long it stays so. */
@Component
class ItineraryRules {
  private static final int LETTERS = 1_000;

  /** How cases are numbered, here and in the notices of ministries. */
  private static final Pattern CASE =
      Pattern.compile(
          "\\b(CB[- ]?\\d+|BN[- ]?\\d+|(bệnh nhân|ca bệnh|patient)\\s+(số\\s*)?\\d+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A mobile phone or a citizen number points at somebody; hotlines are no mobile phones. */
  private static final Pattern PERSON =
      Pattern.compile("(?<!\\d)(0[35789]\\d([ .]?\\d){7}|\\d{12})(?!\\d)");

  private final Places places;
  private final ItineraryTable table;
  private final TracingSettings settings;

  ItineraryRules(Places places, ItineraryTable table, TracingSettings settings) {
    this.places = places;
    this.table = table;
    this.settings = settings;
  }

  /** An itinerary that may be published, in whole seconds and without outer spaces. */
  record Checked(PlaceCard place, NewItinerary itinerary) {}

  /** Windows that ended before this moment are no longer public. */
  Instant shownSince(Instant now) {
    return now.minus(Duration.ofDays(settings.itineraryDays()));
  }

  Checked check(Actor actor, NewItinerary asked, Instant now) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    PlaceCard place =
        places
            .byPublicId(asked.place())
            .filter(card -> table.reaches(reach, card))
            .orElseThrow(() -> Refusal.notFound("tracing.refused.itinerary-place"));
    Instant from = Instant.ofEpochSecond(asked.from().getEpochSecond());
    Instant to = Instant.ofEpochSecond(asked.to().getEpochSecond());
    checkWindow(from, to, now);
    if (table.exists(place.number(), from, to)) {
      throw Refusal.conflict("tracing.refused.itinerary-twice");
    }
    String vietnamese = asked.instructionsVi().strip();
    if (vietnamese.isEmpty()) {
      throw Refusal.invalid("tracing.refused.itinerary-instructions", LETTERS);
    }
    return new Checked(
        place,
        new NewItinerary(
            asked.place(), from, to, text(vietnamese), english(asked.instructionsEn())));
  }

  private void checkWindow(Instant from, Instant to, Instant now) {
    if (!from.isBefore(to)) {
      throw Refusal.invalid("tracing.refused.itinerary-window");
    }
    if (to.isAfter(now)) {
      throw Refusal.invalid("tracing.refused.itinerary-future");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(Itineraries.MOST_DAYS)) > 0) {
      throw Refusal.invalid("tracing.refused.itinerary-days", Itineraries.MOST_DAYS);
    }
    if (from.isBefore(shownSince(now))) {
      throw Refusal.invalid("tracing.refused.itinerary-old", settings.itineraryDays());
    }
  }

  private static @Nullable String english(@Nullable String asked) {
    return asked == null || asked.isBlank() ? null : text(asked.strip());
  }

  private static String text(String text) {
    if (text.length() > LETTERS) {
      throw Refusal.invalid("tracing.refused.itinerary-instructions", LETTERS);
    }
    if (CASE.matcher(text).find() || PERSON.matcher(text).find()) {
      throw Refusal.invalid("tracing.refused.itinerary-names");
    }
    return text;
  }
}
