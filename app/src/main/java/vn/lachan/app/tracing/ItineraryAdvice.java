package vn.lachan.app.tracing;

import java.util.Locale;

/** What those who were there are advised in the app; its words name no case. */
public enum ItineraryAdvice {
  /** Watch one's health. */
  WATCH,
  /** Have a test taken. */
  TEST,
  /** Call the health station. */
  CALL;

  /** The template of the notice. */
  String template() {
    return "itinerary-" + name().toLowerCase(Locale.ROOT);
  }
}
