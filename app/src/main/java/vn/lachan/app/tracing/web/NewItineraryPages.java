package vn.lachan.app.tracing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.Itineraries;

/** Publishing in three steps: the place, the window, and a last look at how many were there. */
@Controller
@RequestMapping("/tracing/itineraries")
class NewItineraryPages {
  private static final int FOUND_PLACES = 12;
  private static final int TEXT_LETTERS = 100;
  private static final String DEFAULT_TEXT = "tracing.itinerary.instructions.default";

  private final Itineraries itineraries;
  private final Places places;
  private final ProgramSettings program;
  private final MessageSource messages;
  private final Clock clock;

  NewItineraryPages(
      Itineraries itineraries,
      Places places,
      ProgramSettings program,
      MessageSource messages,
      Clock clock) {
    this.itineraries = itineraries;
    this.places = places;
    this.program = program;
    this.messages = messages;
    this.clock = clock;
  }

  @Requires(Permission.CASES_WRITE)
  @GetMapping("/draft")
  String start(
      Actor actor,
      @RequestParam(required = false) @Nullable UUID place,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable String text,
      Model model) {
    if (place == null && text != null && !text.isBlank()) {
      String asked = text.strip();
      String cut = asked.substring(0, Math.min(asked.length(), TEXT_LETTERS));
      var filter = new PlaceFilter(cut, null, null, null, null);
      model.addAttribute("text", cut);
      model.addAttribute("found", places.list(actor, filter, null, FOUND_PLACES));
    }
    var form =
        new ItineraryForm(
            place,
            ItineraryForm.field(from, false, program.zone()),
            ItineraryForm.field(to, true, program.zone()),
            messages.getMessage(DEFAULT_TEXT, null, Locale.forLanguageTag("vi")),
            messages.getMessage(DEFAULT_TEXT, null, Locale.ENGLISH));
    return form(form, model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/draft")
  String again(ItineraryForm form, Model model) {
    return form(form, model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/preview")
  String preview(Actor actor, ItineraryForm form, Model model, HttpServletResponse response) {
    return answering(
        form,
        model,
        response,
        () -> {
          var asked = form.read(program.zone());
          model.addAttribute("persons", itineraries.preview(actor, asked, clock.instant()));
          model.addAttribute("most", Itineraries.MOST_STAYS);
          model.addAttribute("asked", asked);
          form(form, model);
          return "tracing/itinerary-confirm";
        });
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping
  String publish(
      Actor actor,
      ItineraryForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    return answering(
        form,
        model,
        response,
        () -> {
          UUID id = itineraries.publish(actor, form.read(program.zone()), clock.instant());
          flash.addFlashAttribute("notice", "tracing.itinerary.done.published");
          return "redirect:/tracing/itineraries/" + id;
        });
  }

  private String answering(
      ItineraryForm form, Model model, HttpServletResponse response, Supplier<String> step) {
    try {
      return step.get();
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return form(form, model);
    }
  }

  private String form(ItineraryForm form, Model model) {
    model.addAttribute("form", form);
    if (form.place() != null) {
      places.byPublicId(form.place()).ifPresent(card -> model.addAttribute("place", card));
    }
    return "tracing/itinerary-new";
  }
}
