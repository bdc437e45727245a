package vn.lachan.app.tracing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.OwnCheck;
import vn.lachan.app.tracing.PublicItinerary;
import vn.lachan.app.tracing.TracingSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.OwnPhone;

/** What everybody may read: places and windows of the last days, and one's own visits in them. */
@Open("published so that whoever was there may come forward")
@Controller
@RequestMapping("/tracing/itineraries/public")
class PublicItineraryPages {
  private final Itineraries itineraries;
  private final Units units;
  private final Formats formats;
  private final ProgramSettings program;
  private final TracingSettings settings;
  private final Clock clock;

  PublicItineraryPages(
      Itineraries itineraries,
      Units units,
      Formats formats,
      ProgramSettings program,
      TracingSettings settings,
      Clock clock) {
    this.itineraries = itineraries;
    this.units = units;
    this.formats = formats;
    this.program = program;
    this.settings = settings;
    this.clock = clock;
  }

  /** An own visit in a published window. */
  record OwnLine(String place, String stay, boolean inferred, PublicLine published) {}

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(required = false) @Nullable UUID after,
      Model model) {
    List<PublicItinerary> all = itineraries.published(null, clock.instant());
    List<PublicItinerary> wanted =
        unit == null ? all : all.stream().filter(one -> units.contains(unit, one.unit())).toList();
    List<PublicItinerary> rest = after(wanted, after);
    int shown = Math.min(Limits.PAGE_ROWS, rest.size());
    model.addAttribute("days", byDay(rest.subList(0, shown)));
    model.addAttribute("next", shown < rest.size() ? rest.get(shown - 1).id() : null);
    model.addAttribute("after", after);
    model.addAttribute("unit", unit);
    model.addAttribute("units", communes(all));
    model.addAttribute("back", settings.itineraryDays());
    return "tracing/public";
  }

  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Model model, HttpServletResponse response) {
    try {
      PublicItinerary found = itineraries.shown(id, clock.instant());
      model.addAttribute("line", PublicLine.of(found, units, formats));
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("gone", refusal.kind() == Refusal.Kind.GONE);
    }
    return "tracing/public-one";
  }

  @GetMapping("/mine")
  String mine(OwnPhone phone, Model model, HttpServletResponse response) {
    OwnCheck check = itineraries.ownCheck(phone, clock.instant());
    model.addAttribute("known", check.known());
    model.addAttribute("matches", check.matches().stream().map(this::own).toList());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "tracing/own";
  }

  private OwnLine own(OwnCheck.Match match) {
    return new OwnLine(
        match.itinerary().place(),
        formats.span(match.enteredAt(), match.leftAt()),
        match.inferred(),
        PublicLine.of(match.itinerary(), units, formats));
  }

  /** Goes on after the last one shown; from the beginning where that was withdrawn meanwhile. */
  private static List<PublicItinerary> after(List<PublicItinerary> all, @Nullable UUID after) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(after)) {
        return all.subList(i + 1, all.size());
      }
    }
    return all;
  }

  private Map<LocalDate, List<PublicLine>> byDay(List<PublicItinerary> shown) {
    Map<LocalDate, List<PublicLine>> days = new LinkedHashMap<>();
    for (PublicItinerary one : shown) {
      days.computeIfAbsent(LocalDate.ofInstant(one.from(), program.zone()), _ -> new ArrayList<>())
          .add(PublicLine.of(one, units, formats));
    }
    return days;
  }

  private List<Unit> communes(List<PublicItinerary> all) {
    Stream<Unit> found =
        all.stream()
            .map(PublicItinerary::unit)
            .distinct()
            .map(units::find)
            .flatMap(Optional::stream);
    return found.sorted(Units.vietnameseOrder()).toList();
  }
}
