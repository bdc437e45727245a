package vn.lachan.app.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.casework.CaseFilter;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.TaskFilter;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.Places;

/** The first page: for residents and owners the doors, for staff what is to be done today. */
@Controller
class FirstPage {
  private static final int ROWS = 8;

  private final Cases cases;
  private final Places places;
  private final Clock clock;

  FirstPage(Cases cases, Places places, Clock clock) {
    this.cases = cases;
    this.places = places;
    this.clock = clock;
  }

  @Open("the front door: strangers see the doors, staff their work")
  @GetMapping("/")
  String first(@Nullable Actor actor, Model model) {
    if (actor == null) {
      return "portal/welcome";
    }
    Instant now = clock.instant();
    boolean traces = actor.may(Permission.CASES_READ);
    if (!traces && actor.may(Permission.AGENCY_REQUEST)) {
      return "redirect:/privacy";
    }
    if (onlyReadsTheRecord(actor)) {
      return "redirect:/audit";
    }
    if (onlyKeysPaper(actor)) {
      return "redirect:/paper/keying";
    }
    model.addAttribute("seesCases", traces);
    model.addAttribute("opensCases", actor.may(Permission.CASES_WRITE));
    if (traces) {
      model.addAttribute("figures", cases.taskFigures(actor, now));
      model.addAttribute(
          "tasks", cases.tasks(actor, TaskFilter.unfinished(), null, ROWS, now).rows());
      model.addAttribute(
          "cases",
          cases.list(actor, new CaseFilter(true, null, null, null, null), null, ROWS).rows());
    }
    boolean approves = actor.may(Permission.PLACES_APPROVE);
    model.addAttribute("approves", approves);
    model.addAttribute(
        "approvals",
        approves ? places.approvals(actor, null, ROWS) : new Page<PlaceRow>(List.of(), null));
    ownPlaces(actor, model);
    return "portal/today";
  }

  /** An auditor's whole day is the record of who saw what. */
  private static boolean onlyReadsTheRecord(Actor actor) {
    return actor.may(Permission.AUDIT_READ)
        && !actor.may(Permission.CASES_READ)
        && !actor.may(Permission.PLACES_READ)
        && !actor.may(Permission.OPERATE);
  }

  /** A volunteer's whole day is the batches that were given to them. */
  private static boolean onlyKeysPaper(Actor actor) {
    return actor.may(Permission.PAPER_KEY)
        && !actor.may(Permission.PAPER_READ)
        && !actor.may(Permission.VISITS_CAPTURE);
  }

  /** Owners and keepers come for their own gates. */
  private void ownPlaces(Actor actor, Model model) {
    boolean atGate = actor.kind() == Actor.Kind.OWNER || actor.kind() == Actor.Kind.KEEPER;
    boolean captures = actor.may(Permission.VISITS_CAPTURE) && !actor.may(Permission.CASES_READ);
    model.addAttribute("captures", captures || atGate);
    model.addAttribute("gates", captures || atGate ? gates(actor) : List.of());
  }

  private List<Gate> gates(Actor actor) {
    if (actor.may(Permission.PLACES_READ)) {
      return places.list(actor, PlaceFilter.all(), null, ROWS).rows().stream()
          .map(row -> new Gate(row.publicId(), row.name()))
          .toList();
    }
    return actor.require(Permission.VISITS_CAPTURE).places().stream()
        .flatMap(place -> places.find(place).stream())
        .map(card -> new Gate(card.publicId(), card.name()))
        .toList();
  }

  record Gate(UUID publicId, String name) {}
}
