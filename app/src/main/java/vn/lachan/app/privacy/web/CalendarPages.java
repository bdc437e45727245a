package vn.lachan.app.privacy.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import vn.lachan.app.privacy.DayOff;
import vn.lachan.app.privacy.WorkingDays;
import vn.lachan.app.program.ProgramSettings;

/** The days that are not what their weekday says, as the law's clocks count them. */
@Controller
@Requires(Permission.PRIVACY_MANAGE)
@RequestMapping("/privacy/calendar")
class CalendarPages {
  private static final int FIRST_YEAR = 2023;
  private static final int LAST_YEAR = 2100;

  private final WorkingDays days;
  private final ProgramSettings program;
  private final Clock clock;

  CalendarPages(WorkingDays days, ProgramSettings program, Clock clock) {
    this.days = days;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String year(Actor actor, @RequestParam(required = false) @Nullable Integer year, Model model) {
    int shown =
        year == null ? LocalDate.ofInstant(clock.instant(), program.zone()).getYear() : year;
    if (shown < FIRST_YEAR || shown > LAST_YEAR) {
      throw Refusal.invalid("privacy.refused.form");
    }
    model.addAttribute("year", shown);
    model.addAttribute("days", days.ofYear(actor, shown));
    model.addAttribute("weekends", days.weekends(actor));
    model.addAttribute("kinds", DayOff.Kind.values());
    return "privacy/calendar";
  }

  @PostMapping
  String enter(
      Actor actor,
      @RequestParam(defaultValue = "") String day,
      @RequestParam DayOff.Kind kind,
      @RequestParam String name,
      @RequestParam String document,
      RedirectAttributes redirect) {
    LocalDate entered = Typed.day(day, "privacy.refused.form");
    days.enter(actor, entered, kind, name, document, clock.instant());
    redirect.addFlashAttribute("notice", "privacy.done.day-off");
    return "redirect:/privacy/calendar?year=" + entered.getYear();
  }

  @PostMapping("/withdraw")
  String withdraw(
      Actor actor, @RequestParam long number, @RequestParam int year, RedirectAttributes redirect) {
    days.withdraw(actor, number, clock.instant());
    redirect.addFlashAttribute("notice", "privacy.done.day-off-withdrawn");
    return "redirect:/privacy/calendar?year=" + year;
  }
}
