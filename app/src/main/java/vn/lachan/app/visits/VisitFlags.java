package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.List;

/** What is known about a stored visit, mostly doubts, as bits; none is a reason to refuse it. */
public final class VisitFlags {
  /** The place was closed at that hour. */
  public static final int CLOSED_HOUR = 1;

  /** The device's clock was more than ten minutes off. */
  public static final int CLOCK_OFF = 2;

  /** Nobody travels this fast between the two places. */
  public static final int TOO_FAST = 4;

  /** The place asks for a proof of presence, and this check-in by an own phone came without one. */
  public static final int UNPROVED = 8;

  /** The phone scanned the changing code of a screen at the place. */
  public static final int PROVED = 16;

  private VisitFlags() {}

  /** The names of the bits that are set, as in the API and in message keys. */
  static List<String> names(int flags) {
    List<String> names = new ArrayList<>();
    add(names, flags, CLOSED_HOUR, "closed-hour");
    add(names, flags, CLOCK_OFF, "clock-off");
    add(names, flags, TOO_FAST, "too-fast");
    add(names, flags, UNPROVED, "unproved");
    add(names, flags, PROVED, "proved");
    return names;
  }

  private static void add(List<String> names, int flags, int flag, String name) {
    if ((flags & flag) != 0) {
      names.add(name);
    }
  }
}
