package vn.lachan.app.tracing.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.PublicItinerary;

/** What is public, for newspapers, maps and other programs. */
@RestController
class ItineraryApi {
  private final Itineraries itineraries;
  private final Clock clock;

  ItineraryApi(Itineraries itineraries, Clock clock) {
    this.itineraries = itineraries;
    this.clock = clock;
  }

  /** The published ones, the latest window first; {@code unit} is a unit and all below it. */
  @Open("published for everybody to read")
  @GetMapping("/api/v1/tracing/itineraries")
  List<PublicItinerary> list(@RequestParam(required = false) @Nullable Integer unit) {
    return itineraries.published(unit, clock.instant());
  }
}
