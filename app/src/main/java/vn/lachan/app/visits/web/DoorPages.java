package vn.lachan.app.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.DoorCookies;
import vn.lachan.app.visits.DoorPresence;
import vn.lachan.app.visits.Entered;
import vn.lachan.app.visits.OtherDoor;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.app.visits.Visitor;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.ServerScanPorts;

/** The page behind a poster: a visitor checks in and out by their own phone. */
@Open("whoever stands at the place may open its poster's address")
@Controller
class DoorPages {
  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final Visits visits;
  private final List<OtherDoor> otherDoors;
  private final DoorPresence presence;
  private final Clock clock;

  DoorPages(Visits visits, List<OtherDoor> otherDoors, DoorPresence presence, Clock clock) {
    this.visits = visits;
    this.otherDoors = List.copyOf(otherDoors);
    this.presence = presence;
    this.clock = clock;
  }

  @GetMapping("/d")
  String find(
      @RequestParam(required = false) @Nullable String code,
      Model model,
      HttpServletResponse response) {
    if (code == null) {
      return "visits/find";
    }
    try {
      return "redirect:/d/" + Accepted.value(PlaceCode.parse(code)).symbols();
    } catch (Refusal refusal) {
      return mistyped(refusal, code, model, response);
    }
  }

  @GetMapping("/d/{code}")
  String door(
      @PathVariable String code,
      @RequestParam(name = "p", required = false) @Nullable String proof,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    try {
      PlaceCode place = Accepted.value(PlaceCode.parse(code));
      Optional<String> instead =
          otherDoors.stream().flatMap(door -> door.instead(request, place).stream()).findFirst();
      if (instead.isPresent()) {
        return "redirect:" + instead.get() + DoorPresence.parameter(proof);
      }
      OwnPhone phone = DoorCookies.nameBrowser(request, response);
      presence.show(place, proof, null, phone, clock.instant(), model);
      return show(place, phone, model, response);
    } catch (Refusal refusal) {
      return mistyped(refusal, code, model, response);
    }
  }

  @PostMapping("/d/{code}/enter")
  String enter(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String phone,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(name = "presence", required = false) @Nullable String ticket,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OwnPhone own = DoorCookies.phone(request).at(ticket);
    PlaceCode place = Accepted.value(PlaceCode.parse(code));
    try {
      Visitor.Claimed claimed = phone == null && own.token() != null ? null : claimed(phone, name);
      Entered entered = visits.enter(place, claimed, own, clock.instant());
      if (entered.newToken() != null) {
        DoorCookies.remember(request, response, entered.newToken());
      }
      return "redirect:/d/" + place.symbols();
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      model.addAttribute("phone", phone);
      model.addAttribute("name", name);
      model.addAttribute("asks", true);
      presence.show(place, null, ticket, own, clock.instant(), model);
      response.setStatus(refusal.kind().status());
      return show(place, own, model, response);
    }
  }

  @PostMapping("/d/{code}/leave")
  String leave(
      @PathVariable String code,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OwnPhone own = DoorCookies.phone(request);
    PlaceCode place = Accepted.value(PlaceCode.parse(code));
    try {
      visits.leave(place, own, clock.instant());
      return "redirect:/d/" + place.symbols();
    } catch (Refusal refusal) {
      model.addAttribute("refusal", refusal);
      response.setStatus(refusal.kind().status());
      return show(place, own, model, response);
    }
  }

  private String show(PlaceCode place, OwnPhone phone, Model model, HttpServletResponse response) {
    model.addAttribute("door", visits.door(place, phone, clock.instant()));
    model.addAttribute("code", place.symbols());
    model.addAttribute("shownCode", place.shown());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "visits/door";
  }

  private static String mistyped(
      Refusal refusal, String code, Model model, HttpServletResponse response) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("typed", code.length() > 40 ? "" : code);
    response.setStatus(refusal.kind().status());
    return "visits/find";
  }

  private static Visitor.Claimed claimed(@Nullable String phone, @Nullable String name) {
    PhoneNumber number = Accepted.value(PhoneNumber.parse(Objects.requireNonNullElse(phone, "")));
    PersonName person =
        Accepted.value(PersonName.parse(Objects.requireNonNullElse(name, ""), PORTS));
    return Visitor.Claimed.of(number, person);
  }
}
