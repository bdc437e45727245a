package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.Badges;

/** Badges of keepers: printed by the owner, looked at by everybody. */
@Controller
class BadgePages {
  private final Badges badges;
  private final PlaceAddress addresses;
  private final Clock clock;

  BadgePages(Badges badges, PlaceAddress addresses, Clock clock) {
    this.badges = badges;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/places/{place}/badges.pdf")
  ResponseEntity<byte[]> print(Actor actor, @PathVariable UUID place, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename("the-nguoi-truc.pdf").build().toString())
        .body(badges.pdf(actor, place, addresses.base(request), clock.instant()));
  }

  @Open("whoever is shown a badge may ask whether it counts")
  @GetMapping("/places/badge/{code}")
  String check(@PathVariable String code, Model model) {
    model.addAttribute(
        "badge",
        badges.check(code).orElseThrow(() -> Refusal.notFound("places.badge.refused.unknown")));
    return "places/badge";
  }
}
