package vn.lachan.engine.tracing;

/** What a place is like for the air in it; rules judge time together by it. */
public enum Setting {
  INDOOR,
  OUTDOOR,
  VEHICLE,
  /** Nobody said; every shipped rule set treats it like {@link #INDOOR}, the cautious reading. */
  UNKNOWN
}
