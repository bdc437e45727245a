package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.LatestAnswers;
import vn.lachan.app.declarations.SelfDeclaring;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.DoorCookies;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;

/** Declaring on one's own phone, with or without script, without signing in. */
@Open("whoever has to declare may; what was declared is shown to the same browser only")
@Controller
@RequestMapping("/declarations")
class DeclarePages {
  private final SelfDeclaring declaring;
  private final Declarations declarations;
  private final FormPage page;
  private final Places places;
  private final Units units;
  private final ProgramSettings program;
  private final Clock clock;

  DeclarePages(
      SelfDeclaring declaring,
      Declarations declarations,
      FormPage page,
      Places places,
      Units units,
      ProgramSettings program,
      Clock clock) {
    this.declaring = declaring;
    this.declarations = declarations;
    this.page = page;
    this.places = places;
    this.units = units;
    this.program = program;
    this.clock = clock;
  }

  /** A form to choose. */
  record Offered(String code, String title) {}

  @GetMapping("/new")
  String begin(
      @RequestParam(defaultValue = "") String form,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "false") boolean other,
      Model model,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response) {
    Instant now = clock.instant();
    Optional<PlaceCard> card = place(place);
    model.addAttribute("place", card.orElse(null));
    model.addAttribute("placeCode", card.map(one -> one.code().symbols()).orElse(null));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    if (form.isBlank()) {
      model.addAttribute("forms", offered(language, now));
      return "declarations/choose";
    }
    DoorCookies.nameBrowser(request, response);
    Optional<LatestAnswers> last =
        other ? Optional.empty() : declaring.last(form, DoorCookies.phone(request));
    model.addAttribute("last", last.map(LatestAnswers::declaredAt).orElse(null));
    model.addAttribute("whose", last.map(declaring::whose).orElse(null));
    var asked =
        new FormPage.Asked(
            form, declaring.begin(form, last, now), Map.of(), List.of(), null, last.isEmpty());
    return show(asked, UUID.randomUUID(), last.isPresent(), List.of(), model, language, now);
  }

  @PostMapping("/new")
  String send(
      @RequestParam String form,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "false") boolean own,
      @RequestParam(defaultValue = "") String version,
      @RequestParam(required = false) @Nullable String more,
      @RequestParam(defaultValue = "false") boolean same,
      @RequestParam MultiValueMap<String, String> parameters,
      Model model,
      Locale language,
      HttpServletRequest request,
      HttpServletResponse response) {
    Instant now = clock.instant();
    Optional<PlaceCard> card = place(place);
    model.addAttribute("place", card.orElse(null));
    model.addAttribute("placeCode", card.map(one -> one.code().symbols()).orElse(null));
    OwnPhone phone = DoorCookies.phone(request);
    UUID placeId = card.map(PlaceCard::publicId).orElse(null);
    Map<String, List<String>> fields =
        FormFields.read(declaring.questionnaire(form, now), parameters);
    boolean known = own && declaring.last(form, phone).isPresent();
    SelfDeclaring.Sent sent =
        same
            ? declaring.same(key, form, placeId, phone, now)
            : more == null
                ? declaring.send(
                    new SelfDeclaring.Typed(key, form, fields, known, null, null, placeId, phone),
                    now)
                : declaring.read(form, fields, now);
    if (sent.newToken() != null) {
      DoorCookies.remember(request, response, sent.newToken());
    }
    if (sent.submitted() != null) {
      String at = card.map(one -> "&place=" + one.code().symbols()).orElse("");
      return "redirect:/declarations/sent?key=" + key + at;
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    if (more == null) {
      response.setStatus(Refusal.Kind.INVALID.status());
      model.addAttribute("faults", sent.faults().size());
      model.addAttribute("renewed", !version.isEmpty() && !version.equals(version(form, now)));
    }
    var asked = new FormPage.Asked(form, sent.response(), fields, sent.faults(), more, !known);
    return show(asked, key, known, sent.meantUnits(), model, language, now);
  }

  /** What happens next; to any other browser no more than that something was received. */
  @GetMapping("/sent")
  String sent(
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String place,
      OwnPhone phone,
      Model model,
      HttpServletResponse response) {
    Optional<PlaceCard> card = place(place);
    model.addAttribute("placeCode", card.map(one -> one.code().symbols()).orElse(null));
    model.addAttribute("placeName", card.map(PlaceCard::name).orElse(null));
    Long device = phone.device();
    model.addAttribute(
        "receipt", device == null ? null : declarations.receipt(key, device).orElse(null));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "declarations/sent";
  }

  private String show(
      FormPage.Asked asked,
      UUID key,
      boolean own,
      List<Unit> meant,
      Model model,
      Locale language,
      Instant now) {
    List<FormLine> lines = page.lines(asked, language, now);
    model.addAttribute("title", page.title(asked.form(), language, now));
    model.addAttribute("form", asked.form());
    model.addAttribute("version", version(asked.form(), now));
    model.addAttribute("key", key);
    model.addAttribute("own", own);
    model.addAttribute("lines", lines);
    model.addAttribute("wrong", lines.stream().filter(FormLine::wrong).toList());
    model.addAttribute("meant", meant.stream().map(unit -> units.path(unit.id())).toList());
    return "declarations/new";
  }

  private @Nullable String version(String form, Instant now) {
    return declaring.questionnaire(form, now).version();
  }

  private List<Offered> offered(Locale language, Instant now) {
    return declarations.forms(now.atZone(program.zone()).toLocalDate()).stream()
        .map(code -> new Offered(code, page.title(code, language, now)))
        .toList();
  }

  private Optional<PlaceCard> place(String code) {
    if (code.isBlank()) {
      return Optional.empty();
    }
    return switch (PlaceCode.parse(code)) {
      case Reading.Accepted<PlaceCode>(PlaceCode read) ->
          Optional.of(
              places
                  .byCode(read)
                  .orElseThrow(() -> Refusal.notFound("declarations.refused.place")));
      case Reading.Rejected<PlaceCode> _ -> throw Refusal.notFound("declarations.refused.place");
    };
  }
}
