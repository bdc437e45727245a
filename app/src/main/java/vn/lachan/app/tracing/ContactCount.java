package vn.lachan.app.tracing;

/** How many contacts a filter finds. */
public record ContactCount(int close, int casual) {
  public int all() {
    return close + casual;
  }
}
