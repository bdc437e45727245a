package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
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
import vn.lachan.app.people.Correction;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.units.Units;

/**
 * One person: masked to those who may look up, opened by an act. An opened page is the answer to a
 * form, so that neither going back nor an address opens it again.
 */
@Controller
class PersonPages {
  private final People people;
  private final PersonalCodes codes;
  private final PersonIds persons;
  private final Units units;
  private final Clock clock;

  PersonPages(People people, PersonalCodes codes, PersonIds persons, Units units, Clock clock) {
    this.people = people;
    this.codes = codes;
    this.persons = persons;
    this.units = units;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_READ)
  @GetMapping("/people/{publicId}")
  String masked(Actor actor, @PathVariable UUID publicId, HttpServletRequest request, Model model) {
    return page(actor, persons.number(publicId), request, model);
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/people/{publicId}/open")
  String open(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      HttpServletRequest request,
      Model model,
      HttpServletResponse response) {
    long person = persons.number(publicId);
    SittingPurpose.remember(request, purpose);
    try {
      model.addAttribute("identity", people.open(actor, person, purpose.because(note), null));
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("note", note);
    }
    return page(actor, person, request, model);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/edit")
  String edit(Actor actor, @PathVariable UUID publicId, Model model) {
    long person = persons.number(publicId);
    return form(
        publicId,
        CorrectionForm.of(people.open(actor, person, Purpose.CORRECT.because(null), null)),
        model);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/correct")
  String correct(
      Actor actor,
      @PathVariable UUID publicId,
      CorrectionForm form,
      Model model,
      RedirectAttributes redirect,
      HttpServletResponse response) {
    try {
      if (form.unit() != null && units.find(form.unit()).isEmpty()) {
        throw Refusal.invalid("people.refused.unit");
      }
      people.correct(actor, persons.number(publicId), form.read(), clock.instant());
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return form(publicId, form, model);
    }
    return done(publicId, "people.notice.corrected", redirect);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/confirm-phone")
  String confirmPhone(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam String phone,
      RedirectAttributes redirect) {
    var number = Typed.phone(phone);
    if (number == null) {
      throw Refusal.invalid("people.refused.phone");
    }
    people.confirmPhone(actor, persons.number(publicId), number, clock.instant());
    return done(publicId, "people.notice.phone-confirmed", redirect);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/new-code")
  String newCode(
      Actor actor, @PathVariable UUID publicId, HttpServletRequest request, Model model) {
    long person = persons.number(publicId);
    model.addAttribute("code", people.newPersonalCode(actor, person, clock.instant()).shown());
    return page(actor, person, request, model);
  }

  @Requires(Permission.PEOPLE_EDIT)
  @PostMapping("/people/{publicId}/unmerge")
  String unmerge(
      Actor actor,
      @PathVariable UUID publicId,
      @RequestParam UUID shown,
      RedirectAttributes redirect) {
    people.unmerge(actor, persons.number(publicId), clock.instant());
    return done(shown, "people.notice.unmerged", redirect);
  }

  private String page(Actor actor, long person, HttpServletRequest request, Model model) {
    model.addAttribute("purposeName", SittingPurpose.of(request));
    model.addAttribute("file", people.file(actor, person, clock.instant()));
    model.addAttribute("codes", codes.issued(actor, person, clock.instant()));
    model.addAttribute("purposes", Purpose.values());
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("mayEdit", actor.may(Permission.PEOPLE_EDIT));
    model.addAttribute("mayDestroy", actor.may(Permission.PEOPLE_DESTROY));
    return "people/person";
  }

  private static String form(UUID publicId, CorrectionForm form, Model model) {
    model.addAttribute("publicId", publicId);
    model.addAttribute("form", form);
    model.addAttribute("reasons", Correction.Reason.values());
    return "people/edit";
  }

  private static String done(UUID publicId, String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/people/" + publicId;
  }
}
