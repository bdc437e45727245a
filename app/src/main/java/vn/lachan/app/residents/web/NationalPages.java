package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.OwnNationalCodes;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentsSettings;
import vn.lachan.engine.scan.NationalCode;

/** The national code of somebody: read once, shown masked, whole only when asked for. */
@Controller
@Open("residents sign in by their own cookie")
@RequestMapping("/residents/people/{id}/national")
class NationalPages {
  private static final String PAGE = "residents/national";

  private final Family family;
  private final OwnNationalCodes codes;
  private final ResidentsSettings settings;
  private final Clock clock;

  NationalPages(Family family, OwnNationalCodes codes, ResidentsSettings settings, Clock clock) {
    this.family = family;
    this.codes = codes;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping
  String page(Resident resident, @PathVariable UUID id, Model model) {
    codes.of(resident, id).ifPresent(code -> draw(code, false, model));
    return show(resident, id, model);
  }

  @PostMapping
  String keep(
      Resident resident,
      @PathVariable UUID id,
      @RequestParam String text,
      Model model,
      HttpServletResponse response) {
    try {
      codes.keep(resident, id, text, clock.instant());
      return "redirect:" + path(id);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return page(resident, id, model);
    }
  }

  /** The page goes back to the masked code by itself, also without scripts. */
  @PostMapping("/whole")
  String whole(
      Resident resident, @PathVariable UUID id, Model model, HttpServletResponse response) {
    Optional<NationalCode> code = codes.whole(resident, id);
    if (code.isEmpty()) {
      return "redirect:" + path(id);
    }
    draw(code.get(), true, model);
    model.addAttribute("seconds", settings.nationalWholeFor().toSeconds());
    response.setHeader("Refresh", settings.nationalWholeFor().toSeconds() + ";url=" + path(id));
    return show(resident, id, model);
  }

  @PostMapping("/remove")
  String remove(Resident resident, @PathVariable UUID id) {
    codes.remove(resident, id);
    return "redirect:" + path(id);
  }

  private String show(Resident resident, UUID id, Model model) {
    model.addAttribute("member", family.member(resident, id));
    return PAGE;
  }

  private static void draw(NationalCode code, boolean whole, Model model) {
    String text = Typed.value(whole ? code.wholeText() : code.maskedText());
    model.addAttribute("text", text);
    model.addAttribute("whole", whole);
    model.addAttribute("qr", QrCode.of(text, QrCode.Level.MEDIUM));
  }

  private static String path(UUID id) {
    return "/residents/people/" + id + "/national";
  }
}
