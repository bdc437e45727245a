package vn.lachan.app.paper.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.web.FormLine;
import vn.lachan.app.declarations.web.FormPage;
import vn.lachan.app.paper.BatchRow;
import vn.lachan.app.paper.CommuneSearch;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.PaperSettings;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;

/** What keyers see: their batches, and the form of one with nothing in it. */
@Controller
@Requires(Permission.PAPER_KEY)
class KeyingPages {
  private static final int QUERY_LETTERS = 60;

  private final Keying keying;
  private final FormPage pages;
  private final CommuneSearch communes;
  private final PaperSettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  KeyingPages(
      Keying keying,
      FormPage pages,
      CommuneSearch communes,
      PaperSettings settings,
      ProgramSettings program,
      Clock clock) {
    this.keying = keying;
    this.pages = pages;
    this.communes = communes;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping("/paper/keying")
  String mine(Actor actor, Model model) {
    model.addAttribute("batches", keying.mine(actor));
    return "paper/keying";
  }

  @GetMapping("/paper/keying/{id}")
  String form(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String sheet,
      Model model,
      Locale language) {
    BatchRow batch = keying.batch(actor, id);
    Questionnaire form = keying.form(actor, id);
    var asked =
        new FormPage.Asked(batch.form(), Forms.begin(form), Map.of(), List.of(), null, true);
    List<FormLine> lines = pages.lines(asked, language, batch.formAt());
    model.addAttribute("batch", batch);
    model.addAttribute("lines", lines);
    model.addAttribute("province", communes.provinceName(batch.unit()));
    model.addAttribute("done", keying.done(actor, id));
    model.addAttribute(
        "next",
        sheet == null ? keying.next(actor, id, null).orElse(null) : keying.look(actor, id, sheet));
    model.addAttribute("reasons", VoidReason.values());
    model.addAttribute("today", today());
    model.addAttribute("photoMegabytes", settings.photoMegabytes());
    model.addAttribute("photoDays", settings.photoDays());
    return "paper/key";
  }

  /** Communes, or provinces, by a few letters. */
  @GetMapping("/paper/keying/{id}/communes")
  @ResponseBody
  List<CommuneSearch.Choice> communes(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "commune") String level) {
    BatchRow batch = keying.batch(actor, id);
    String text = q.length() > QUERY_LETTERS ? q.substring(0, QUERY_LETTERS) : q;
    return level.equals("province")
        ? communes.provinces(text, today())
        : communes.communes(text, batch.unit(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), program.zone());
  }
}
