package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.List;

/** Doubts about a stored visit, as bits; none is a reason to refuse it. */
public final class VisitFlags {
  /** The place was closed at that hour. */
  public static final int CLOSED_HOUR = 1;

  /** The device's clock was more than ten minutes off. */
  public static final int CLOCK_OFF = 2;

  /** Nobody travels this fast between the two places. */
  public static final int TOO_FAST = 4;

  private VisitFlags() {}

  /** The names of the bits that are set, as in the API and in message keys. */
  static List<String> names(int flags) {
    List<String> names = new ArrayList<>();
    add(names, flags, CLOSED_HOUR, "closed-hour");
    add(names, flags, CLOCK_OFF, "clock-off");
    add(names, flags, TOO_FAST, "too-fast");
    return names;
  }

  private static void add(List<String> names, int flags, int flag, String name) {
    if ((flags & flag) != 0) {
      names.add(name);
    }
  }
}
