package vn.lachan.engine.tracing;

/**
 * What somebody decided about a crowd: it holds for every crowd at the place whose window meets
 * [from, to), also after the window moved because a visit came late. Times are epoch seconds.
 *
 * <p>Sources expose others there only during [keepFrom, keepTo), and only who shared at least so
 * many minutes of it with them. Where that narrows anything, the air that they left behind no
 * longer counts: a narrowed crowd is about being there at one time.
 *
 * @param minimumMinutes of all time shared with any source in the window; 0 for any
 * @param includeAll whether those who remain are contacts although they are still a crowd
 */
public record CrowdDecision(
    long place,
    long from,
    long to,
    long keepFrom,
    long keepTo,
    int minimumMinutes,
    boolean includeAll) {
  public CrowdDecision {
    VisitRows.requireTime(from);
    VisitRows.requireTime(to);
    VisitRows.requireTime(keepFrom);
    VisitRows.requireTime(keepTo);
    PlaceRule.requireMinutes(minimumMinutes);
    if (from >= to || keepFrom >= keepTo) {
      throw new IllegalArgumentException("an empty span at place " + place);
    }
  }

  boolean meets(PlaceWindow window) {
    return place == window.place() && from < window.to() && to > window.from();
  }

  boolean narrows(PlaceWindow window) {
    return minimumMinutes > 0 || keepFrom > window.from() || keepTo < window.to();
  }
}
