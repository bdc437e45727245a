package vn.lachan.engine.tracing;

/**
 * Close ("tiếp xúc gần") or casual ("tiếp xúc khác"); only close contacts carry a trace further.
 */
public enum ContactClass {
  CLOSE,
  CASUAL;

  ContactClass orBetter(ContactClass other) {
    return this == CLOSE || other == CLOSE ? CLOSE : CASUAL;
  }
}
