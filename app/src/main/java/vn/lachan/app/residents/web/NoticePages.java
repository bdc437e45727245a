package vn.lachan.app.residents.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.residents.NoticeBox;
import vn.lachan.app.residents.Resident;

/** Notices of an account's people; opening the page is the receipt. */
@Controller
@Open("residents sign in by their own cookie")
class NoticePages {
  private final NoticeBox notices;
  private final Clock clock;

  NoticePages(NoticeBox notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @GetMapping("/residents/notices")
  String notices(Resident resident, Model model) {
    model.addAttribute("notices", notices.of(resident));
    notices.read(resident, clock.instant());
    return "residents/notices";
  }
}
