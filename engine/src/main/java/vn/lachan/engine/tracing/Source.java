package vn.lachan.engine.tracing;

/** How it is known that two persons were exposed to each other. */
public enum Source {
  /** Their stays at one place overlap. */
  CO_PRESENCE(true),
  /** One came into the air the other had left, within the rule's air-out time. */
  LINGERING(false),
  HOUSEHOLD(false),
  RESIDENCE(false),
  VEHICLE_SEAT(true),
  /** A person recognised themselves in a published itinerary. */
  ITINERARY(true),
  BLUETOOTH(true),
  /** A mobile operator's list names the subscriber; it says neither how near nor how long. */
  SUBSCRIBER(false);

  private final boolean measured;

  Source(boolean measured) {
    this.measured = measured;
  }

  /**
   * Whether its interval is time spent together. A household lasts for years and says nothing of
   * minutes, so such intervals never add to the minutes of a contact.
   */
  public boolean measured() {
    return measured;
  }

  /** Whether it is derived from visits and so can never be supplied as an encounter. */
  public boolean fromVisits() {
    return this == CO_PRESENCE || this == LINGERING;
  }
}
