package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.visits.DoorPresence;
import vn.lachan.app.visits.GroupDoor;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.PlaceCode;

/** A resident at a place: checks in and out for any of their people at once. */
@Controller
@Open("residents sign in by their own cookie")
class FamilyDoorPages {
  private static final String DOOR = "residents/door";

  private final Family family;
  private final Visits visits;
  private final DoorPresence presence;
  private final Standings standings;
  private final Clock clock;

  FamilyDoorPages(
      Family family, Visits visits, DoorPresence presence, Standings standings, Clock clock) {
    this.family = family;
    this.visits = visits;
    this.presence = presence;
    this.standings = standings;
    this.clock = clock;
  }

  /** Somebody with the time since which they are inside; null where they are not. */
  record Here(Standing standing, @Nullable Instant since) {
    public Member member() {
      return standing.member();
    }
  }

  @GetMapping("/residents/at")
  String find(
      Resident resident,
      @RequestParam(required = false) @Nullable String code,
      Model model,
      HttpServletResponse response) {
    if (code == null) {
      return "residents/find";
    }
    try {
      return "redirect:/residents/at/" + Typed.place(code).symbols();
    } catch (Refusal refusal) {
      return mistyped(refusal, code, model, response);
    }
  }

  @GetMapping("/residents/at/{code}")
  String door(
      Resident resident,
      @PathVariable String code,
      @RequestParam(name = "p", required = false) @Nullable String proof,
      Model model,
      HttpServletResponse response) {
    PlaceCode place;
    try {
      place = Typed.place(code);
    } catch (Refusal refusal) {
      return mistyped(refusal, code, model, response);
    }
    if (family.members(resident).isEmpty()) {
      return "redirect:/residents/people/new";
    }
    presence.show(place, proof, null, resident.phone(), clock.instant(), model);
    return show(resident, place, null, model, response);
  }

  @PostMapping("/residents/at/{code}/enter")
  String enter(
      Resident resident,
      @PathVariable String code,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam(name = "presence", required = false) @Nullable String ticket,
      Model model,
      HttpServletResponse response) {
    PlaceCode place = Typed.place(code);
    try {
      visits.enterAll(place, chosen(resident, who), resident.phone().at(ticket), clock.instant());
      return "redirect:/residents/at/" + place.symbols();
    } catch (Refusal refusal) {
      presence.show(place, null, ticket, resident.phone(), clock.instant(), model);
      return show(resident, place, refusal, model, response);
    }
  }

  @PostMapping("/residents/at/{code}/leave")
  String leave(
      Resident resident,
      @PathVariable String code,
      @RequestParam(defaultValue = "") List<UUID> who,
      Model model,
      HttpServletResponse response) {
    PlaceCode place = Typed.place(code);
    try {
      visits.leaveAll(place, chosen(resident, who), resident.phone(), clock.instant());
      return "redirect:/residents/at/" + place.symbols();
    } catch (Refusal refusal) {
      return show(resident, place, refusal, model, response);
    }
  }

  private String show(
      Resident resident,
      PlaceCode place,
      @Nullable Refusal refusal,
      Model model,
      HttpServletResponse response) {
    List<Member> members = family.members(resident);
    Instant now = clock.instant();
    GroupDoor door =
        visits.groupDoor(
            place, members.stream().map(Member::person).toList(), resident.phone(), now);
    List<Here> all =
        standings.of(resident, members, now).stream()
            .map(one -> new Here(one, door.inside().get(one.member().person())))
            .toList();
    model.addAttribute("door", door);
    model.addAttribute("inside", all.stream().filter(here -> here.since() != null).toList());
    model.addAttribute("outside", all.stream().filter(here -> here.since() == null).toList());
    model.addAttribute("code", place.symbols());
    model.addAttribute("shownCode", place.shown());
    model.addAttribute("refusal", refusal);
    if (refusal != null) {
      response.setStatus(refusal.kind().status());
    }
    return DOOR;
  }

  private List<Long> chosen(Resident resident, List<UUID> who) {
    List<Long> persons =
        family.members(resident).stream()
            .filter(member -> who.contains(member.id()))
            .map(Member::person)
            .toList();
    if (persons.isEmpty()) {
      throw Refusal.invalid("residents.refused.nobody-chosen");
    }
    return persons;
  }

  private static String mistyped(
      Refusal refusal, String code, Model model, HttpServletResponse response) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("typed", code.length() > 40 ? "" : code);
    response.setStatus(refusal.kind().status());
    return "residents/find";
  }
}
