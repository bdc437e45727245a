package vn.lachan.app.gates.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.gates.GateFleet;
import vn.lachan.app.gates.GateFleet.FleetState;

/** Every device in an officer's reach. */
@Controller
@Requires(Permission.PLACES_REGISTER)
class FleetPages {
  private final GateFleet fleet;
  private final Clock clock;

  FleetPages(GateFleet fleet, Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  @GetMapping("/gates")
  String devices(
      Actor actor,
      @RequestParam(defaultValue = "IN_USE") FleetState state,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    Instant now = clock.instant();
    model.addAttribute("state", state);
    model.addAttribute("states", List.of(FleetState.values()));
    model.addAttribute("counts", fleet.counts(actor, now));
    model.addAttribute("page", fleet.devices(actor, state, after, now));
    model.addAttribute("after", after);
    return "gates/fleet";
  }
}
