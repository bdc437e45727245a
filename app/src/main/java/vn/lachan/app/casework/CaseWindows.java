package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.PublicWindows;
import vn.lachan.app.tracing.Itineraries;

/** Lets declarations be judged by published itineraries, of which they know nothing. */
@Component
class CaseWindows implements PublicWindows {
  private final Itineraries itineraries;

  CaseWindows(Itineraries itineraries) {
    this.itineraries = itineraries;
  }

  @Override
  public List<Window> at(Instant now) {
    return itineraries.windows(now).stream()
        .map(one -> new Window(one.place(), one.name(), one.from(), one.to()))
        .toList();
  }
}
