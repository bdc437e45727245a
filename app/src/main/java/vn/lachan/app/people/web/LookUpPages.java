package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.NameQuery;
import vn.lachan.app.people.NameSearch;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.engine.scan.Sex;

/**
 * Looking persons up, by number or by name. What is looked for travels in the body, never in an
 * address.
 */
@Controller
class LookUpPages {
  private final People people;
  private final NameSearch names;
  private final Clock clock;

  LookUpPages(People people, NameSearch names, Clock clock) {
    this.people = people;
    this.names = names;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_READ)
  @GetMapping("/people")
  String page(Actor actor, HttpServletRequest request, Model model) {
    return page(actor, SearchForm.empty(), request, model);
  }

  /** As {@link #find}, but only filled in where a purpose is missing: nothing is refused yet. */
  @Requires(Permission.PEOPLE_READ)
  @PostMapping("/people")
  String begin(
      Actor actor,
      SearchForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    boolean mustAsk = form.isName() && SittingPurpose.of(request).isEmpty();
    if (mustAsk || form.written().isEmpty()) {
      return page(actor, form, request, model);
    }
    return find(actor, withPurpose(form, request), null, request, response, model);
  }

  @Requires(Permission.PEOPLE_READ)
  @PostMapping("/people/find")
  String find(
      Actor actor,
      SearchForm form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    SittingPurpose.remember(request, form.purpose());
    try {
      find(actor, form, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
    }
    String whole = page(actor, form, request, model);
    return part == null ? whole : "people/look-up :: found";
  }

  private void find(Actor actor, SearchForm form, Model model) {
    if (!form.isName()) {
      if (!form.byPause()) {
        model.addAttribute(
            "found", people.find(actor, form.exact(), form.after(), Limits.PAGE_ROWS));
      }
    } else if (form.byPause() && form.because().isEmpty()) {
      model.addAttribute("askPurpose", true);
    } else if (!form.byPause() || form.written().length() >= NameQuery.LETTERS_LEAST) {
      model.addAttribute(
          "hits", names.byName(actor, form.name(), form.because(), null, clock.instant()));
    }
  }

  private static SearchForm withPurpose(SearchForm form, HttpServletRequest request) {
    return new SearchForm(
        form.text(),
        form.year(),
        form.sex(),
        form.unit(),
        form.purpose() == null && form.isName()
            ? Purpose.valueOf(SittingPurpose.of(request))
            : form.purpose(),
        form.note(),
        form.after(),
        form.typing());
  }

  private static String page(
      Actor actor, SearchForm form, HttpServletRequest request, Model model) {
    model.addAttribute("form", form);
    model.addAttribute(
        "purposeName", form.purpose() == null ? SittingPurpose.of(request) : form.purpose().name());
    model.addAttribute("purposes", Purpose.values());
    model.addAttribute("sexes", Sex.values());
    model.addAttribute("mayName", actor.may(Permission.PEOPLE_SEARCH));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("mayEdit", actor.may(Permission.PEOPLE_EDIT));
    return "people/look-up";
  }
}
