package vn.lachan.app.residents.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.NoticeBox;
import vn.lachan.app.residents.Resident;

/** The first page of the app: one screen with what a resident comes for. */
@Controller
@Open("residents sign in by their own cookie")
class HomePage {
  private final Family family;
  private final NoticeBox notices;
  private final Standings standings;
  private final Clock clock;

  HomePage(Family family, NoticeBox notices, Standings standings, Clock clock) {
    this.family = family;
    this.notices = notices;
    this.standings = standings;
    this.clock = clock;
  }

  @GetMapping("/residents")
  String home(Resident resident, Model model) {
    List<Member> members = family.members(resident);
    if (members.isEmpty()) {
      return "redirect:/residents/people/new";
    }
    model.addAttribute("members", members);
    model.addAttribute("status", Status.of(standings.of(resident, members, clock.instant())));
    model.addAttribute("unread", notices.unread(resident));
    return "residents/home";
  }

  /**
   * A family at one glance, by the names by which they are called.
   *
   * @param home who is advised to stay at home
   * @param due who has no declaration that stands
   * @param declared the others
   * @param until when the first of theirs ends; null where there is none
   */
  record Status(
      List<String> home, List<String> due, List<String> declared, @Nullable Instant until) {
    static Status of(List<Standing> all) {
      Predicate<Standing> declared = one -> one.valid() && !one.staysHome();
      return new Status(
          names(all, Standing::staysHome),
          names(all, one -> !one.valid()),
          names(all, declared),
          all.stream().filter(declared).map(Standing::until).min(Instant::compareTo).orElse(null));
    }

    private static List<String> names(List<Standing> all, Predicate<Standing> which) {
      return all.stream().filter(which).map(one -> one.member().calledBy()).toList();
    }

    @Override
    public String toString() {
      return "Status[***]";
    }
  }
}
