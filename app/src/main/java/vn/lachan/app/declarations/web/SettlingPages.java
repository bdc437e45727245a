package vn.lachan.app.declarations.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.DeclaredPlaces;
import vn.lachan.app.places.PlaceFilter;
import vn.lachan.app.places.PlaceRow;
import vn.lachan.app.places.Places;

/** Places that people named in their own words: one click says which registered place is meant. */
@Controller
@RequestMapping("/declarations/places")
class SettlingPages {
  private static final int ROWS = 20;
  private static final int FOUND = 10;
  private static final int QUERY_LETTERS = 100;

  private final DeclaredPlaces declared;
  private final Places places;
  private final Clock clock;

  SettlingPages(DeclaredPlaces declared, Places places, Clock clock) {
    this.declared = declared;
    this.places = places;
    this.clock = clock;
  }

  /**
   * The list.
   *
   * @param words of which a place is searched for by hand
   * @param q the place's name
   */
  @Requires(Permission.DECLARATIONS_OPEN)
  @GetMapping
  String list(
      Actor actor,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Long words,
      @RequestParam(defaultValue = "") String q,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("page", declared.unsettled(actor, after, ROWS, clock.instant()));
    model.addAttribute("settled", after == null ? declared.settled(actor, ROWS) : List.of());
    model.addAttribute("after", after);
    model.addAttribute("words", words);
    model.addAttribute("q", q);
    model.addAttribute("found", words == null ? List.of() : found(actor, q));
    model.addAttribute("maySettle", actor.may(Permission.DECLARATIONS_WRITE));
    model.addAttribute("mayPublish", actor.may(Permission.CASES_WRITE));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "declarations/settle";
  }

  @Requires(Permission.DECLARATIONS_WRITE)
  @PostMapping("/settle")
  String settle(Actor actor, @RequestParam long words, @RequestParam UUID place) {
    declared.settle(actor, words, place, clock.instant());
    return "redirect:/declarations/places";
  }

  @Requires(Permission.DECLARATIONS_WRITE)
  @PostMapping("/unsettle")
  String unsettle(Actor actor, @RequestParam long words, @RequestParam UUID place) {
    declared.unsettle(actor, words, place);
    return "redirect:/declarations/places";
  }

  private List<PlaceRow> found(Actor actor, String q) {
    boolean asked =
        !q.isBlank() && q.length() <= QUERY_LETTERS && actor.may(Permission.PLACES_READ);
    return asked
        ? places.list(actor, new PlaceFilter(q.strip(), null, null, null, null), null, FOUND).rows()
        : List.of();
  }
}
