package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.HomeFile;
import vn.lachan.app.people.Homes;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.NewHome;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;
import vn.lachan.app.people.SaidBy;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** Where a person lives and with whom: reading it masked, recording it with date and source. */
@Controller
class HomePages {
  private static final String SINCE = "since";

  private final Homes homes;
  private final People people;
  private final PersonIds persons;
  private final StaffNames staff;
  private final Units units;
  private final ProgramSettings settings;
  private final Clock clock;

  HomePages(
      Homes homes,
      People people,
      PersonIds persons,
      StaffNames staff,
      Units units,
      ProgramSettings settings,
      Clock clock) {
    this.homes = homes;
    this.people = people;
    this.persons = persons;
    this.staff = staff;
    this.units = units;
    this.settings = settings;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_READ)
  @GetMapping("/people/{publicId}/home")
  String page(Actor actor, @PathVariable UUID publicId, Model model) {
    HomeFile file = homes.file(actor, persons.number(publicId));
    model.addAttribute("file", file);
    model.addAttribute("staff", staff.of(accounts(file)));
    model.addAttribute("sources", SaidBy.values());
    model.addAttribute("kinds", HouseholdKind.values());
    model.addAttribute("today", today());
    model.addAttribute("mayEdit", actor.may(Permission.PEOPLE_EDIT));
    return "people/home";
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/home/found")
  String found(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam HouseholdKind kind,
      @RequestParam(SINCE) @DateTimeFormat(iso = ISO.DATE) LocalDate since,
      @RequestParam SaidBy saidBy,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(
        actor,
        publicId,
        () ->
            homes.found(
                actor, persons.number(publicId), kind, start(since), saidBy, clock.instant()),
        "people.notice.household-found",
        model,
        response,
        redirect);
  }

  /** Somebody is named by number or code: a name would not say who. */
  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/home/{household}/join")
  String join(
      Actor actor,
      @PathVariable UUID publicId,
      @PathVariable UUID household,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(SINCE) @DateTimeFormat(iso = ISO.DATE) LocalDate since,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
      @RequestParam SaidBy saidBy,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(
        actor,
        publicId,
        () ->
            homes.join(
                actor,
                household,
                only(actor, text),
                start(since),
                until == null ? null : start(until),
                saidBy,
                clock.instant()),
        "people.notice.household-joined",
        model,
        response,
        redirect);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/home/{household}/leave")
  String leave(
      Actor actor,
      @PathVariable UUID publicId,
      @PathVariable UUID household,
      @RequestParam UUID member,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate at,
      @RequestParam SaidBy saidBy,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(
        actor,
        publicId,
        () ->
            homes.leave(
                actor, household, persons.number(member), start(at), saidBy, clock.instant()),
        "people.notice.household-left",
        model,
        response,
        redirect);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/home/{household}/mistake")
  String mistake(
      Actor actor,
      @PathVariable UUID publicId,
      @PathVariable UUID household,
      @RequestParam UUID member,
      @RequestParam SaidBy saidBy,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(
        actor,
        publicId,
        () ->
            homes.neverLivedThere(
                actor, household, persons.number(member), saidBy, clock.instant()),
        "people.notice.household-mistake",
        model,
        response,
        redirect);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/home/move")
  String move(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(SINCE) @DateTimeFormat(iso = ISO.DATE) LocalDate since,
      @RequestParam SaidBy saidBy,
      @RequestParam int version,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return done(
        actor,
        publicId,
        () -> {
          if (unit == null || units.find(unit).isEmpty()) {
            throw Refusal.invalid("people.refused.unit");
          }
          var home = new NewHome(unit, Typed.text(address), start(since));
          homes.move(actor, persons.number(publicId), home, saidBy, version, clock.instant());
        },
        "people.notice.moved",
        model,
        response,
        redirect);
  }

  private long only(Actor actor, String text) {
    List<MaskedPerson> found =
        people.find(actor, PersonQuery.parse(text), null, 2).rows().stream()
            .filter(person -> !person.destroyed())
            .toList();
    if (found.size() != 1) {
      throw Refusal.invalid(
          found.isEmpty() ? "people.refused.not-found" : "people.refused.several");
    }
    return persons.number(found.getFirst().publicId());
  }

  private String done(
      Actor actor,
      UUID publicId,
      Runnable act,
      String notice,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    try {
      act.run();
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return page(actor, publicId, model);
    }
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/people/" + publicId + "/home";
  }

  private static List<Long> accounts(HomeFile file) {
    List<Long> accounts = new ArrayList<>();
    for (HomeFile.Household household : file.households()) {
      for (HomeFile.Member member : household.members()) {
        if (member.recordedBy() != null) {
          accounts.add(member.recordedBy());
        }
      }
    }
    for (HomeFile.Residence residence : file.residences()) {
      if (residence.recordedBy() != null) {
        accounts.add(residence.recordedBy());
      }
    }
    return accounts;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(settings.zone()).toInstant();
  }
}
