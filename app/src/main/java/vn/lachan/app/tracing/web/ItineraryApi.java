package vn.lachan.app.tracing.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.tracing.Crowds;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.PublicItinerary;
import vn.lachan.app.tracing.TraceCrowd;
import vn.lachan.engine.tracing.Crowd;

/** Published itineraries for everybody's programs, and the crowds of a trace for staff's. */
@RestController
@RequestMapping("/api/v1/tracing")
class ItineraryApi {
  private final Itineraries itineraries;
  private final Crowds crowds;
  private final Clock clock;

  ItineraryApi(Itineraries itineraries, Crowds crowds, Clock clock) {
    this.itineraries = itineraries;
    this.crowds = crowds;
    this.clock = clock;
  }

  /** A crowd; {@code decision} is null while nobody decided. */
  record CrowdJson(UUID place, String name, Crowd crowd, TraceCrowd.@Nullable Decision decision) {}

  @Open("published for everybody")
  @GetMapping("/itineraries")
  Page<PublicItinerary> published(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows) {
    return itineraries.published(after, rows, clock.instant());
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/traces/{trace}/crowds")
  List<CrowdJson> crowds(Actor actor, @PathVariable UUID trace) {
    return crowds.list(actor, trace).stream()
        .map(
            one ->
                new CrowdJson(
                    one.place().publicId(), one.place().name(), one.crowd(), one.decision()))
        .toList();
  }
}
