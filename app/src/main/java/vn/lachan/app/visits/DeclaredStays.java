package vn.lachan.app.visits;

import java.util.List;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.tracing.PlaceWindow;

/**
 * What a higher module may offer: stays that nobody recorded but somebody told of. They are no
 * visits: no trace is computed from them, but who was at a published place is asked of both.
 */
public interface DeclaredStays {
  /**
   * A stay as somebody told it, [from, to) in seconds.
   *
   * @param possible whether only words say which place it was
   */
  record Declared(long person, long from, long to, boolean possible) {}

  /**
   * Those who told of having been at the place in the window, at most so many.
   *
   * @param name of the place, for those who gave words instead of its code
   */
  @Inside("the caller has checked the reach over the place")
  List<Declared> during(PlaceWindow window, String name, int most);
}
