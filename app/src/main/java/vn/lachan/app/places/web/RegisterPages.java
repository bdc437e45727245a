package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Status;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * An owner registers a place: the commune, the facts, the one-time code. One question a screen, and
 * no script is needed.
 */
@Open("anybody may register a place; the commune approves it")
@Controller
class RegisterPages {
  private static final int CHOICES = 20;

  private final Places places;
  private final Units units;
  private final PlaceWords words;
  private final Clock clock;
  private final ProgramSettings program;

  RegisterPages(
      Places places, Units units, PlaceWords words, Clock clock, ProgramSettings program) {
    this.places = places;
    this.units = units;
    this.words = words;
    this.clock = clock;
    this.program = program;
  }

  @GetMapping("/places/register")
  String begin(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer unit,
      Model model) {
    if (unit != null) {
      return facts(RegistrationForm.empty(unit), null, model);
    }
    model.addAttribute("q", q);
    model.addAttribute(
        "choices",
        units.search(q, words.today(), null, Units.SEARCH_LIMIT).stream()
            .filter(found -> found.level() == UnitLevel.COMMUNE)
            .limit(CHOICES)
            .map(Unit::id)
            .toList());
    return "places/register-commune";
  }

  @PostMapping("/places/register")
  String draft(
      @ModelAttribute RegistrationForm form,
      Model model,
      HttpServletResponse response,
      Locale language) {
    try {
      model.addAttribute(
          "draft", places.draft(form.registration(program.zone()), language, clock.instant()));
      return "places/register-code";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return facts(form, refusal, model);
    }
  }

  /** The token and the place come back in the form, so that nothing of them is in an address. */
  @PostMapping("/places/register/code")
  String confirm(
      @RequestParam UUID place,
      @RequestParam String token,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String code,
      Model model,
      HttpServletResponse response) {
    try {
      places.confirm(place, token, code.isBlank() ? null : code, clock.instant());
      model.addAttribute("opened", isOpen(place));
      return "places/register-done";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("place", place);
      model.addAttribute("token", token);
      model.addAttribute("reference", reference);
      return "places/register-code";
    }
  }

  private boolean isOpen(UUID place) {
    return places.byPublicId(place).filter(card -> card.status() == Status.OPEN).isPresent();
  }

  private String facts(RegistrationForm form, @Nullable Refusal refusal, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("refusal", refusal);
    return "places/register-facts";
  }
}
