package vn.lachan.app.places.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.places.Places;

/** The list of places; for an owner it is theirs. All of its state is in the address. */
@Controller
class PlaceListPage {
  private final Places places;

  PlaceListPage(Places places) {
    this.places = places;
  }

  @Requires(Permission.PLACES_READ)
  @GetMapping("/places")
  String list(
      Actor actor,
      FilterForm form,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "" + Limits.PAGE_ROWS) int rows,
      Model model) {
    model.addAttribute("page", places.list(actor, form.filter(), after, rows));
    model.addAttribute("form", form);
    model.addAttribute("after", after);
    model.addAttribute("own", actor.kind() == Actor.Kind.OWNER);
    model.addAttribute("mayRegister", actor.may(Permission.PLACES_REGISTER));
    return "places/list";
  }
}
