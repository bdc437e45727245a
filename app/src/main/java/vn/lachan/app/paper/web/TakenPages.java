package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.FormTexts;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.TakenSheets;
import vn.lachan.app.people.Purpose;

/** What became of a sheet, for the station whose sheet it is. */
@Controller
class TakenPages {
  private final TakenSheets sheets;
  private final FormTexts texts;

  TakenPages(TakenSheets sheets, FormTexts texts) {
    this.sheets = sheets;
    this.texts = texts;
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper/sheets/{serial}")
  String sheet(Actor actor, @PathVariable String serial, Model model) {
    model.addAttribute("sheet", sheets.get(actor, serial));
    model.addAttribute(
        "mayOpen", actor.may(Permission.DECLARATIONS_OPEN) && actor.may(Permission.PAPER_MANAGE));
    model.addAttribute("purposes", Purpose.values());
    return "paper/taken";
  }

  /** The answers, for a purpose; the answer to a form, so that no address opens them again. */
  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/sheets/{serial}/open")
  String open(
      Actor actor,
      @PathVariable String serial,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      Model model,
      Locale language,
      HttpServletResponse response) {
    try {
      model.addAttribute(
          "answers", texts.answers(sheets.open(actor, serial, purpose.because(note)), language));
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("chosen", purpose);
      model.addAttribute("note", note);
    }
    return sheet(actor, serial, model);
  }
}
