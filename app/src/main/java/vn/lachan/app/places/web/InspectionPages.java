package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.InspectionView;
import vn.lachan.app.places.Inspections;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;

/** One inspection: recorded at the place, read, printed, and carried on. */
@Controller
class InspectionPages {
  private final Inspections inspections;
  private final PlaceWords words;
  private final Accounts accounts;
  private final ProgramSettings program;
  private final Clock clock;

  InspectionPages(
      Inspections inspections,
      PlaceWords words,
      Accounts accounts,
      ProgramSettings program,
      Clock clock) {
    this.inspections = inspections;
    this.words = words;
    this.accounts = accounts;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @GetMapping("/places/inspections/new")
  String fresh(
      Actor actor,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam(required = false) @Nullable UUID obliged,
      @RequestParam(required = false) @Nullable UUID previous,
      Model model,
      HttpServletResponse response) {
    try {
      if (code != null && !code.isBlank()) {
        return form(inspections.subject(actor, code(code)), previous, model);
      }
      if (place != null || obliged != null) {
        return form(inspections.subject(actor, place, obliged), previous, model);
      }
      return "places/inspection-find";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("code", code);
      return "places/inspection-find";
    }
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/new")
  String record(
      Actor actor,
      @ModelAttribute InspectionForm form,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      UUID id =
          inspections.record(
              actor,
              form.inspection(fields, inspections.checklist(words.today()), program.zone()),
              clock.instant());
      flash.addFlashAttribute("notice", "places.inspection.done");
      return "redirect:/places/inspections/" + id;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return shown(
          inspections.subject(actor, form.placeId(), form.obligedId()), form, fields, model);
    }
  }

  @Requires(Permission.INSPECTIONS_READ)
  @GetMapping("/places/inspections/{inspection}")
  String page(Actor actor, @PathVariable UUID inspection, Model model) {
    show(actor, inspections.get(actor, inspection), model);
    return "places/inspection";
  }

  /** The record to be signed; the name of who was met is opened only where somebody asks for it. */
  @Requires(Permission.INSPECTIONS_READ)
  @GetMapping("/places/inspections/{inspection}/record")
  String print(Actor actor, @PathVariable UUID inspection, Model model) {
    show(actor, inspections.get(actor, inspection), model);
    return "places/inspection-record";
  }

  /** Shows the record with the name on it; nothing of it goes into an address. */
  @Requires(Permission.INSPECTIONS_READ)
  @PostMapping("/places/inspections/{inspection}/record")
  String printWithName(
      Actor actor, @PathVariable UUID inspection, @RequestParam String purpose, Model model) {
    model.addAttribute("metName", inspections.openMet(actor, inspection, purpose).orElse(null));
    show(actor, inspections.get(actor, inspection), model);
    return "places/inspection-record";
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/{inspection}/extend")
  String extend(
      Actor actor,
      @PathVariable UUID inspection,
      @RequestParam(defaultValue = "") String due,
      @RequestParam String reason,
      RedirectAttributes flash) {
    inspections.extend(actor, inspection, due(due), reason, clock.instant());
    return done(inspection, flash);
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/{inspection}/refer")
  String refer(
      Actor actor,
      @PathVariable UUID inspection,
      @RequestParam String reason,
      RedirectAttributes flash) {
    inspections.refer(actor, inspection, reason, clock.instant());
    return done(inspection, flash);
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/{inspection}/close")
  String close(
      Actor actor,
      @PathVariable UUID inspection,
      @RequestParam String reason,
      RedirectAttributes flash) {
    inspections.close(actor, inspection, reason, clock.instant());
    return done(inspection, flash);
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/{inspection}/reopen")
  String reopen(
      Actor actor,
      @PathVariable UUID inspection,
      @RequestParam(defaultValue = "") String due,
      @RequestParam String reason,
      RedirectAttributes flash) {
    inspections.reopen(actor, inspection, due(due), reason, clock.instant());
    return done(inspection, flash);
  }

  @Requires(Permission.INSPECTIONS_WRITE)
  @PostMapping("/places/inspections/{inspection}/withdraw")
  String withdraw(
      Actor actor,
      @PathVariable UUID inspection,
      @RequestParam String reason,
      RedirectAttributes flash) {
    inspections.withdraw(actor, inspection, reason, clock.instant());
    return done(inspection, flash);
  }

  private String form(Inspections.Subject subject, @Nullable UUID previous, Model model) {
    UUID follows = previous == null ? subject.waiting() : previous;
    var form =
        InspectionForm.empty(
            subject.place(), subject.obliged(), follows, clock.instant(), program.zone());
    return shown(subject, form, Map.of(), model);
  }

  private String shown(
      Inspections.Subject subject, InspectionForm form, Map<String, String> fields, Model model) {
    model.addAttribute("subject", subject);
    model.addAttribute("form", form);
    model.addAttribute("fields", fields);
    model.addAttribute("items", inspections.checklist(words.today()));
    model.addAttribute("today", words.today());
    return "places/inspection-new";
  }

  private void show(Actor actor, InspectionView view, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("row", view.row());
    model.addAttribute("today", words.today());
    Instant now = clock.instant();
    model.addAttribute("now", now);
    model.addAttribute(
        "names",
        accounts.names(
            Stream.concat(
                    view.steps().stream().map(InspectionView.Step::by),
                    Stream.of(view.row().inspector()))
                .distinct()
                .toList()));
    model.addAttribute("mayWrite", actor.may(Permission.INSPECTIONS_WRITE));
    model.addAttribute(
        "mayWithdraw",
        actor.may(Permission.INSPECTIONS_WRITE)
            && (view.row().inspector() == actor.account() || actor.may(Permission.PLACES_APPROVE)));
  }

  /** Eight characters, or all of the address that a phone's camera read. */
  private static PlaceCode code(String typed) {
    String last = typed.strip().replaceFirst("^.*/d/", "");
    return switch (PlaceCode.parse(last)) {
      case Reading.Accepted<PlaceCode>(PlaceCode code) -> code;
      case Reading.Rejected<PlaceCode> rejected ->
          throw Refusal.invalid("places.refused.inspection-code");
    };
  }

  private static LocalDate due(String typed) {
    LocalDate due = InspectionForm.date(typed);
    if (due == null) {
      throw Refusal.invalid("places.refused.day-unreadable");
    }
    return due;
  }

  private static String done(UUID inspection, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", "places.inspection.changed");
    return "redirect:/places/inspections/" + inspection;
  }
}
