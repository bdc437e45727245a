package vn.lachan.app.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.units.FormerUnit;
import vn.lachan.app.units.Units;

/**
 * The routes of this module, all public reference data: options for a field that is being typed in,
 * and the same as JSON. What the routes need of a caller is to be stated here and nowhere else.
 */
@Open("units are public reference data")
@Controller
class UnitChoices {
  /** The most units one answer holds. */
  static final int CHOICE_LIMIT = 20;

  private static final ZoneId PEOPLES_TIME = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Units units;
  private final Clock clock;

  UnitChoices(Units units, Clock clock) {
    this.units = units;
    this.clock = clock;
  }

  @GetMapping("/units/search")
  String options(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer within,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
      Model model) {
    model.addAttribute("choices", choices(q, within, on));
    return "units/options :: options";
  }

  @GetMapping("/api/v1/units")
  @ResponseBody
  List<UnitChoice> json(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Integer within,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
    return choices(q, within, on);
  }

  /** Communes by the names they had until 30 June 2025, each with what it is today. */
  @GetMapping("/api/v1/units/former")
  @ResponseBody
  List<FormerChoice> former(@RequestParam(defaultValue = "") String q) {
    return units.former(q, CHOICE_LIMIT).stream()
        .map(former -> FormerChoice.of(former, units))
        .toList();
  }

  /** A name of before, and the choices that stand for it today. */
  record FormerChoice(String path, List<UnitChoice> today) {
    static FormerChoice of(FormerUnit former, Units units) {
      return new FormerChoice(
          units.path(former.former().id()),
          former.today().stream().map(unit -> UnitChoice.of(unit, units)).toList());
    }
  }

  private List<UnitChoice> choices(String q, @Nullable Integer within, @Nullable LocalDate on) {
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), PEOPLES_TIME) : on;
    return units.search(q, day, within, CHOICE_LIMIT).stream()
        .map(unit -> UnitChoice.of(unit, units))
        .toList();
  }
}
