package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.HandOvers;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.NewMember;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/** The people of an account: who am I, then the family. */
@Controller
@Open("residents sign in by their own cookie")
@RequestMapping("/residents/people")
class PeoplePages {
  private static final String FORM = "residents/person-new";
  private static final int CHOICES = 12;

  private final Family family;
  private final HandOvers handOvers;
  private final Units units;
  private final Clock clock;
  private final ProgramSettings program;

  PeoplePages(
      Family family, HandOvers handOvers, Units units, Clock clock, ProgramSettings program) {
    this.family = family;
    this.handOvers = handOvers;
    this.units = units;
    this.clock = clock;
    this.program = program;
  }

  @GetMapping
  String people(Resident resident, Model model) {
    model.addAttribute("members", family.members(resident));
    model.addAttribute("handOvers", handOvers.of(resident, clock.instant()));
    return "residents/people";
  }

  @GetMapping("/new")
  String form(Resident resident, Model model) {
    List<Member> members = family.members(resident);
    Integer unit = members.isEmpty() ? null : members.getFirst().unit();
    return show(PersonForm.empty(unit == null ? null : name(unit), unit), members, model);
  }

  @PostMapping("/new")
  String add(
      Resident resident,
      @ModelAttribute PersonForm form,
      Model model,
      HttpServletResponse response) {
    List<Member> members = family.members(resident);
    Instant now = clock.instant();
    int year = LocalDate.ofInstant(now, program.zone()).getYear();
    try {
      form.check(year);
      Integer unit = chosen(form, now);
      if (unit == null) {
        model.addAttribute("choices", choices(form, now));
        response.setStatus(Refusal.Kind.INVALID.status());
        return show(form, members, model);
      }
      NewMember added = form.member(unit, year);
      family.add(resident, added, now);
      return members.isEmpty() ? "redirect:/residents" : "redirect:/residents/people";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return show(form, members, model);
    }
  }

  @GetMapping("/{id}")
  String person(Resident resident, @PathVariable UUID id, Model model) {
    model.addAttribute("member", family.member(resident, id));
    model.addAttribute("handOver", handOvers.open(resident, id, clock.instant()).orElse(null));
    return "residents/person";
  }

  @PostMapping("/{id}/remove")
  String remove(Resident resident, @PathVariable UUID id) {
    family.remove(resident, id, clock.instant());
    return "redirect:/residents/people";
  }

  private String show(PersonForm form, List<Member> members, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("first", members.isEmpty());
    return FORM;
  }

  /** The unit that was chosen, where the typed name still fits it; the only one that fits. */
  private @Nullable Integer chosen(PersonForm form, Instant now) {
    List<Choice> fitting = choices(form, now);
    Integer unit = form.unit();
    if (unit != null
        && (fitting.stream().anyMatch(choice -> choice.unit() == unit)
            || typedCommune(form).equals(name(unit)))) {
      return unit;
    }
    return fitting.size() == 1 ? (Integer) fitting.getFirst().unit() : null;
  }

  private List<Choice> choices(PersonForm form, Instant now) {
    String typed = typedCommune(form);
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    return units.search(typed, today, null, Units.SEARCH_LIMIT).stream()
        .filter(unit -> unit.level() == UnitLevel.COMMUNE)
        .limit(CHOICES)
        .map(unit -> new Choice(unit.id(), units.path(unit.id())))
        .toList();
  }

  private static String typedCommune(PersonForm form) {
    return form.commune() == null ? "" : form.commune().strip();
  }

  private @Nullable String name(int unit) {
    return units.find(unit).map(Unit::fullName).orElse(null);
  }

  record Choice(int unit, String path) {}
}
