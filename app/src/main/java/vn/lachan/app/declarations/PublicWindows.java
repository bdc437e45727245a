package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;

/**
 * A higher module that knows which places and times were made public ("mốc dịch tễ"): whoever
 * declares to have been there then is in what the rules call a listed area.
 */
public interface PublicWindows {
  /** What is public at a moment. */
  List<Window> at(Instant now);

  /** A place from a moment until another. */
  record Window(long place, String name, Instant from, Instant to) {}
}
