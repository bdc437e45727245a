package vn.lachan.app.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.casework.CaseFilter;
import vn.lachan.app.casework.CaseRow;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/**
 * Search over everything that the actor may see. A name, phone or citizen number is never put into
 * an address: it leads to the page that looks persons up, which takes it in a form and asks why.
 */
@Controller
class SearchPage {
  private static final int ROWS = 10;
  private static final int QUERY_LETTERS = 100;

  private final Cases cases;
  private final Places places;
  private final Units units;
  private final ProgramSettings settings;
  private final Clock clock;

  SearchPage(Cases cases, Places places, Units units, ProgramSettings settings, Clock clock) {
    this.cases = cases;
    this.places = places;
    this.units = units;
    this.settings = settings;
    this.clock = clock;
  }

  /** The field at the top sends a body: what is typed there may be somebody's name. */
  @Open(value = "each part asks for its own permission", signedIn = true)
  @PostMapping("/search")
  String typed(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
    return search(actor, q, model);
  }

  @Open(value = "each part asks for its own permission", signedIn = true)
  @GetMapping("/search")
  String search(Actor actor, @RequestParam(defaultValue = "") String q, Model model) {
    String text = q.strip();
    if (text.length() > QUERY_LETTERS) {
      throw Refusal.invalid("portal.search.too-long", QUERY_LETTERS);
    }
    Instant now = clock.instant();
    boolean digits = text.replaceAll("[ .+-]", "").matches("\\d{9,12}");
    model.addAttribute("q", digits ? "" : text);
    model.addAttribute("looksLikePerson", digits && actor.may(Permission.PEOPLE_READ));
    model.addAttribute("looksLikeName", looksLikeName(text) && actor.may(Permission.PEOPLE_SEARCH));
    model.addAttribute("typed", text);
    model.addAttribute("asked", !text.isEmpty());
    model.addAttribute("places", text.isEmpty() || digits ? List.of() : places(actor, text));
    model.addAttribute("cases", cases(actor, text));
    model.addAttribute(
        "units",
        text.isEmpty() || digits
            ? List.of()
            : units.search(text, LocalDate.ofInstant(now, settings.zone()), null, ROWS));
    return "portal/search";
  }

  private static boolean looksLikeName(String text) {
    return text.codePoints().filter(Character::isLetter).count() >= 2
        && text.codePoints().noneMatch(Character::isDigit);
  }

  private List<PlaceRow> places(Actor actor, String text) {
    if (!actor.may(Permission.PLACES_READ)) {
      return List.of();
    }
    return places.list(actor, new PlaceFilter(text, null, null, null, null), null, ROWS).rows();
  }

  private List<CaseRow> cases(Actor actor, String text) {
    String number = text.replaceFirst("^(?i)(ca|case|f0)?\\s*#?\\s*", "");
    if (!actor.may(Permission.CASES_READ) || !number.matches("\\d{1,8}")) {
      return List.of();
    }
    return cases
        .list(actor, new CaseFilter(null, null, Long.valueOf(number), null, null), null, ROWS)
        .rows();
  }
}
