package vn.lachan.app.visits.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.visits.GateScan;
import vn.lachan.app.visits.Verdict;
import vn.lachan.app.visits.Visits;

/**
 * A keeper's gate: one input that takes whatever a reader types. It works as a plain form; with
 * htmx only the board is replaced.
 */
@Controller
class GatePages {
  private static final String ASK_NAME = "visits.gate.ask-name";

  private final Visits visits;
  private final Clock clock;

  GatePages(Visits visits, Clock clock) {
    this.visits = visits;
    this.clock = clock;
  }

  @Requires(Permission.VISITS_CAPTURE)
  @GetMapping("/visits/gate/{place}")
  String gate(Actor actor, @PathVariable UUID place, Model model) {
    model.addAttribute("direction", "auto");
    return show(actor, place, model);
  }

  /** The board alone, asked for every half minute so that the number inside stays true. */
  @Requires(Permission.VISITS_CAPTURE)
  @GetMapping("/visits/gate/{place}/latest")
  String latest(Actor actor, @PathVariable UUID place, Model model) {
    show(actor, place, model);
    return "visits/gate :: latest";
  }

  @Requires(Permission.VISITS_CAPTURE)
  @PostMapping("/visits/gate/{place}")
  String scan(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam String text,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(defaultValue = "auto") String direction,
      @RequestParam(defaultValue = "true") boolean typed,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Model model) {
    var scan = new GateScan(text, name, direction(direction), typed);
    Verdict verdict = visits.scan(actor, place, scan, clock.instant());
    model.addAttribute("verdict", verdict);
    model.addAttribute("direction", direction);
    if (verdict.code().key().equals(ASK_NAME)) {
      model.addAttribute("asked", text);
    }
    show(actor, place, model);
    return htmx == null ? "visits/gate" : "visits/gate :: board";
  }

  private String show(Actor actor, UUID place, Model model) {
    model.addAttribute("gate", visits.gate(actor, place, clock.instant()));
    return "visits/gate";
  }

  private static GateScan.Direction direction(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "in" -> GateScan.Direction.IN;
      case "out" -> GateScan.Direction.OUT;
      default -> GateScan.Direction.AUTO;
    };
  }
}
