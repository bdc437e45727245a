package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.HandOvers;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** A record goes to another phone: offered here, accepted there. */
@Controller
@Open("residents sign in by their own cookie")
class HandOverPages {
  private final Family family;
  private final HandOvers handOvers;
  private final Units units;
  private final Clock clock;
  private final ProgramSettings program;

  HandOverPages(
      Family family, HandOvers handOvers, Units units, Clock clock, ProgramSettings program) {
    this.family = family;
    this.handOvers = handOvers;
    this.units = units;
    this.clock = clock;
    this.program = program;
  }

  @PostMapping("/residents/people/{id}/hand-over")
  String offer(Resident resident, @PathVariable UUID id, Model model) {
    Instant now = clock.instant();
    model.addAttribute("code", handOvers.offer(resident, id, now));
    model.addAttribute("member", family.member(resident, id));
    model.addAttribute("handOver", handOvers.open(resident, id, now).orElse(null));
    return "residents/person";
  }

  @PostMapping("/residents/people/{id}/hand-over/cancel")
  String cancel(Resident resident, @PathVariable UUID id) {
    handOvers.cancel(resident, id, clock.instant());
    return "redirect:/residents/people/" + id;
  }

  @GetMapping("/residents/hand-over")
  String form(Resident resident, Model model) {
    model.addAttribute("form", PersonForm.empty(null, null));
    return "residents/hand-over";
  }

  @PostMapping("/residents/hand-over")
  String accept(
      Resident resident,
      @RequestParam(defaultValue = "") String code,
      @ModelAttribute PersonForm form,
      Model model,
      HttpServletResponse response) {
    Instant now = clock.instant();
    try {
      int year = LocalDate.ofInstant(now, program.zone()).getYear();
      handOvers.accept(resident, code, form.member(unit(resident, form, now), year), now);
      return "redirect:/residents/people";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("form", form);
      model.addAttribute("code", code);
      return "residents/hand-over";
    }
  }

  /** Where the person lives now: the one commune that fits, or where the others of the phone do. */
  private int unit(Resident resident, PersonForm form, Instant now) {
    String typed = form.commune() == null ? "" : form.commune().strip();
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    List<Integer> fitting =
        units.search(typed, today, null, Units.SEARCH_LIMIT).stream()
            .filter(unit -> unit.level() == UnitLevel.COMMUNE)
            .map(unit -> unit.id())
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    return family.members(resident).stream()
        .map(Member::unit)
        .filter(unit -> unit != null && (typed.isEmpty() || fitting.contains(unit)))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("residents.refused.commune"));
  }
}
