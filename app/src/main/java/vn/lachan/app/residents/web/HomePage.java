package vn.lachan.app.residents.web;

import java.util.List;
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

  HomePage(Family family, NoticeBox notices) {
    this.family = family;
    this.notices = notices;
  }

  @GetMapping("/residents")
  String home(Resident resident, Model model) {
    List<Member> members = family.members(resident);
    if (members.isEmpty()) {
      return "redirect:/residents/people/new";
    }
    model.addAttribute("members", members);
    model.addAttribute("unread", notices.unread(resident));
    return "residents/home";
  }
}
