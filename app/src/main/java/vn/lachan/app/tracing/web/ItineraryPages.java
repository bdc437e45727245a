package vn.lachan.app.tracing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.visits.OwnPhone;

/** Published itineraries for residents: what is public, and whether one was there oneself. */
@Open("published for everybody; a check answers to the phone's own cookies only")
@Controller
class ItineraryPages {
  private final Itineraries itineraries;
  private final Clock clock;

  ItineraryPages(Itineraries itineraries, Clock clock) {
    this.itineraries = itineraries;
    this.clock = clock;
  }

  @GetMapping("/tracing/itineraries")
  String published(@RequestParam(required = false) @Nullable String after, Model model) {
    String key = after == null || after.isBlank() ? null : after;
    model.addAttribute("after", key);
    model.addAttribute("page", itineraries.published(key, Limits.PAGE_ROWS, clock.instant()));
    return "tracing/itineraries";
  }

  @PostMapping("/tracing/itineraries/check")
  String check(OwnPhone phone, Model model, HttpServletResponse response) {
    model.addAttribute("known", phone.token() != null && phone.browser() != null);
    model.addAttribute("matches", itineraries.check(phone, clock.instant()));
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "tracing/itinerary-check";
  }
}
