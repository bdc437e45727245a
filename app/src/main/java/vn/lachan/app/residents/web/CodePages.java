package vn.lachan.app.residents.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.OwnCodes;
import vn.lachan.app.residents.Resident;
import vn.lachan.engine.scan.PersonalCode;

/** Personal codes: on the screen, completed by the device each half minute, and on paper. */
@Controller
@Open("residents sign in by their own cookie")
class CodePages {
  private static final int POINT_BYTES = 65;
  private static final int KEY_LETTERS = 100;

  private final Family family;
  private final OwnCodes codes;
  private final Clock clock;

  CodePages(Family family, OwnCodes codes, Clock clock) {
    this.family = family;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * Somebody's code as the app keeps it.
   *
   * @param text what the device completes
   * @param lastDay the last day on which the code is good
   */
  record Kept(UUID id, String name, String text, String lastDay) {}

  @GetMapping("/residents/code")
  String code(Resident resident, @RequestParam(required = false) @Nullable UUID who, Model model) {
    List<Member> members = family.members(resident);
    if (members.isEmpty()) {
      return "redirect:/residents/people/new";
    }
    Member shown = who == null ? members.getFirst() : family.member(resident, who);
    PersonalCode plain = codes.plain(resident, shown.id(), clock.instant());
    model.addAttribute("members", members);
    model.addAttribute("shown", shown);
    model.addAttribute("plain", plain.shown());
    model.addAttribute("qr", QrCode.of(plain.text(), QrCode.Level.MEDIUM));
    return "residents/code";
  }

  /** What the device keeps to show codes without network; asked for when it lacks one. */
  @PostMapping("/residents/code/device")
  @ResponseBody
  List<Kept> forDevice(
      Resident resident,
      @RequestParam String key,
      @RequestParam(defaultValue = "") List<UUID> have) {
    byte[] point = point(key);
    Instant now = clock.instant();
    return codes.forDevice(resident, have, point, now).entrySet().stream()
        .map(
            one ->
                new Kept(
                    one.getKey().id(),
                    one.getKey().name(),
                    one.getValue().text(),
                    one.getValue().lastDay().toString()))
        .toList();
  }

  @GetMapping("/residents/people/{id}/badge")
  String badges(Resident resident, @PathVariable UUID id, Model model) {
    model.addAttribute("member", family.member(resident, id));
    model.addAttribute("printed", codes.printed(resident, id));
    return "residents/badge";
  }

  /** The badge is shown once, to be printed; a second one is another code. */
  @PostMapping("/residents/people/{id}/badge")
  String badge(Resident resident, @PathVariable UUID id, Model model) {
    IssuedCode code = codes.forPaper(resident, id, clock.instant());
    model.addAttribute("code", code);
    model.addAttribute("qr", QrCode.of(code.text(), QrCode.Level.QUARTILE));
    return badges(resident, id, model);
  }

  @PostMapping("/residents/people/{id}/badge/revoke")
  String revoke(Resident resident, @PathVariable UUID id, @RequestParam UUID issue) {
    codes.revoke(resident, id, issue, clock.instant());
    return "redirect:/residents/people/" + id + "/badge";
  }

  private static byte[] point(String key) {
    if (key.length() <= KEY_LETTERS && key.matches("[A-Za-z0-9_-]+")) {
      byte[] point = decoded(key);
      if (point.length == POINT_BYTES) {
        return point;
      }
    }
    throw Refusal.invalid("people.code.device-key");
  }

  private static byte[] decoded(String key) {
    try {
      return Base64.getUrlDecoder().decode(key);
    } catch (IllegalArgumentException halfASymbol) {
      var refusal = Refusal.invalid("people.code.device-key");
      refusal.addSuppressed(halfASymbol);
      throw refusal;
    }
  }
}
