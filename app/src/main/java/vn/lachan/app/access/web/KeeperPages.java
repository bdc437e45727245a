package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Keepers;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/** Keepers of a place: the owner invites and sends away, the keeper accepts. */
@Controller
class KeeperPages {
  private static final String LIST = "access/keepers";
  private static final String INVITATION = "access/invitation";

  private final Keepers keepers;
  private final ProgramSettings program;
  private final Clock clock;

  KeeperPages(Keepers keepers, ProgramSettings program, Clock clock) {
    this.keepers = keepers;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.PLACES_REGISTER)
  @GetMapping("/access/keepers/{place}")
  String list(Actor actor, @PathVariable long place, Model model) {
    return page(actor, place, null, model);
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/access/keepers/{place}/invite")
  String invite(Actor actor, @PathVariable long place, Model model, HttpServletResponse response) {
    try {
      Keepers.Invitation invitation = keepers.invite(actor, place, clock.instant());
      model.addAttribute("link", address("/access/invitation/" + invitation.token()));
      model.addAttribute("expiresAt", invitation.expiresAt());
      return page(actor, place, null, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return page(actor, place, refusal, model);
    }
  }

  @Requires(Permission.PLACES_REGISTER)
  @PostMapping("/access/keepers/{place}/revoke")
  String revoke(Actor actor, @PathVariable long place, @RequestParam long assignment) {
    keepers.revoke(actor, place, assignment, clock.instant());
    return "redirect:/access/keepers/" + place;
  }

  @Open("whoever was invited has no account yet")
  @GetMapping("/access/invitation/{token}")
  String invitation(@PathVariable String token, Model model) {
    if (!keepers.isOpen(token, clock.instant())) {
      throw new Refusal(Refusal.Kind.GONE, "access.refused.invitation-over");
    }
    model.addAttribute("token", token);
    return INVITATION;
  }

  @Open("whoever was invited has no account yet")
  @PostMapping("/access/invitation/{token}")
  String accept(
      @PathVariable String token,
      @RequestParam String displayName,
      @RequestParam String password,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("token", token);
    try {
      model.addAttribute("made", keepers.accept(token, displayName, password, clock.instant()));
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("displayName", displayName);
    }
    return INVITATION;
  }

  private String page(Actor actor, long place, @Nullable Refusal refusal, Model model) {
    model.addAttribute("keepers", keepers.list(actor, place));
    model.addAttribute("place", place);
    model.addAttribute("refusal", refusal);
    return LIST;
  }

  private String address(String path) {
    return program.publicUrl().isEmpty()
        ? ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString()
        : program.publicAddress(path);
  }
}
