package vn.lachan.app.visits.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.DayFigures;
import vn.lachan.app.visits.Visits;
import vn.lachan.app.visits.WithdrawalReason;

/** A place's day: how many came, when, and who, masked. */
@Controller
class PlaceVisitPages {
  private static final int CHART_HEIGHT = 80;
  private static final int BAR_WIDTH = 12;

  private final Visits visits;
  private final Places places;
  private final ProgramSettings program;
  private final Clock clock;

  PlaceVisitPages(Visits visits, Places places, ProgramSettings program, Clock clock) {
    this.visits = visits;
    this.places = places;
    this.program = program;
    this.clock = clock;
  }

  /** A bar of the chart, in its own units, with the half hour it stands for. */
  record Bar(int x, int y, int height, int persons, String from) {}

  @Requires(Permission.VISITS_READ)
  @GetMapping("/visits/places/{place}")
  String page(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), program.zone());
    LocalDate shown = day == null ? today : day;
    Instant now = clock.instant();
    DayFigures figures = visits.figures(actor, place, shown, now);
    PlaceCard card = places.byPublicId(place).orElseThrow();
    model.addAttribute("place", card);
    model.addAttribute("day", shown);
    model.addAttribute("today", today);
    model.addAttribute("figures", figures);
    model.addAttribute("bars", bars(figures.halfHours()));
    model.addAttribute("page", visits.ofDay(actor, place, shown, after, Limits.PAGE_ROWS));
    model.addAttribute("unmatched", visits.unmatched(actor, place, now));
    model.addAttribute("mayCapture", actor.may(Permission.VISITS_CAPTURE));
    model.addAttribute("mayWithdraw", actor.may(Permission.VISITS_WITHDRAW));
    model.addAttribute("reasons", List.of(WithdrawalReason.values()));
    return "visits/place";
  }

  @Requires(Permission.VISITS_WITHDRAW)
  @PostMapping("/visits/places/{place}/withdraw")
  String withdraw(
      Actor actor,
      @PathVariable UUID place,
      @RequestParam UUID person,
      @RequestParam Instant enteredAt,
      @RequestParam String reason,
      RedirectAttributes flash) {
    visits.withdraw(actor, place, person, enteredAt, VisitApi.reason(reason), clock.instant());
    flash.addFlashAttribute("notice", "visits.done.withdrawn");
    LocalDate day = LocalDate.ofInstant(enteredAt, program.zone());
    return "redirect:/visits/places/" + place + "?day=" + day;
  }

  private static List<Bar> bars(List<Integer> halfHours) {
    int most = Math.max(1, halfHours.stream().mapToInt(Integer::intValue).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (int slot = 0; slot < halfHours.size(); slot++) {
      int persons = halfHours.get(slot);
      int height = (persons * CHART_HEIGHT + most - 1) / most;
      String from = String.format(Locale.ROOT, "%02d:%02d", slot / 2, slot % 2 * 30);
      bars.add(new Bar(slot * BAR_WIDTH, CHART_HEIGHT - height, height, persons, from));
    }
    return bars;
  }
}
