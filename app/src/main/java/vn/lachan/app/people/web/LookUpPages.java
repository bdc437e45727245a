package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonQuery;

/** Looking persons up. What is looked for travels in the body, never in an address. */
@Controller
class LookUpPages {
  private final People people;

  LookUpPages(People people) {
    this.people = people;
  }

  @Requires(Permission.PEOPLE_READ)
  @GetMapping("/people")
  String page() {
    return "people/look-up";
  }

  @Requires(Permission.PEOPLE_READ)
  @PostMapping("/people/find")
  String find(
      Actor actor,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable String after,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("text", text);
    try {
      model.addAttribute(
          "found", people.find(actor, PersonQuery.parse(text), after, Limits.PAGE_ROWS));
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
    }
    return "people/look-up";
  }
}
