package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.BatchRow;
import vn.lachan.app.paper.Batches;
import vn.lachan.app.paper.NewBatch;
import vn.lachan.app.paper.PadRow;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.paper.PaperSettings;
import vn.lachan.app.paper.Settler;
import vn.lachan.app.paper.SheetState;

/** Batches of filled-in sheets for those who manage them. */
@Controller
class BatchPages {
  private static final int POSITION_MOST = 999;

  private final Batches batches;
  private final Pads pads;
  private final PaperSettings settings;
  private final Clock clock;

  BatchPages(Batches batches, Pads pads, PaperSettings settings, Clock clock) {
    this.batches = batches;
    this.pads = pads;
    this.settings = settings;
    this.clock = clock;
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper")
  String list(
      Actor actor,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    model.addAttribute("page", batches.list(actor, !closed, after, Limits.PAGE_ROWS));
    model.addAttribute("closed", closed);
    model.addAttribute("mayManage", actor.may(Permission.PAPER_MANAGE));
    return "paper/batches";
  }

  @Requires(Permission.PAPER_MANAGE)
  @GetMapping("/paper/batches/new")
  String choose(Actor actor, @RequestParam UUID pad, Model model) {
    PadRow row = pads.get(actor, pad);
    model.addAttribute("pad", row);
    model.addAttribute("settlers", Settler.values());
    return "paper/batch-new";
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches")
  String make(
      Actor actor,
      @RequestParam UUID pad,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      Model model) {
    try {
      return "redirect:/paper/batches/" + batches.make(actor, asked(pad, typed), clock.instant());
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("typed", typed);
      return choose(actor, pad, model);
    }
  }

  private static NewBatch asked(UUID pad, Map<String, String> typed) {
    List<String> serials =
        Arrays.stream(typed.getOrDefault("serials", "").split("[\\n,;]+", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .toList();
    return new NewBatch(
        pad,
        typed.getOrDefault("name", ""),
        position(typed.get("from"), 1),
        position(typed.get("to"), POSITION_MOST),
        serials,
        "true".equals(typed.get("doubleEntry")),
        Settler.SECOND.name().equals(typed.get("settler")) ? Settler.SECOND : Settler.OFFICER);
  }

  private static int position(@Nullable String typed, int other) {
    return typed != null && typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : other;
  }

  @Requires(Permission.PAPER_READ)
  @GetMapping("/paper/batches/{id}")
  String one(Actor actor, @PathVariable UUID id, Model model) {
    BatchRow batch = batches.get(actor, id);
    model.addAttribute("batch", batch);
    var sheets = batches.sheets(actor, id);
    model.addAttribute("sheets", sheets);
    model.addAttribute(
        "waiting",
        sheets.stream()
            .filter(sheet -> sheet.state() == SheetState.DIFFERENT || sheet.urgent())
            .toList());
    model.addAttribute("keyers", batches.keyers(actor, id));
    model.addAttribute("mayManage", actor.may(Permission.PAPER_MANAGE));
    model.addAttribute("mayKey", actor.may(Permission.PAPER_KEY));
    model.addAttribute("photoDays", settings.photoDays());
    return "paper/batch";
  }

  /** The password stands on this answer only. */
  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/keyers")
  String newKeyer(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String name,
      Model model,
      HttpServletResponse response) {
    try {
      model.addAttribute("made", batches.newKeyer(actor, id, name, clock.instant()));
      model.addAttribute("madeName", name.strip());
      response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
      return one(actor, id, model);
    } catch (Refusal refusal) {
      return again(actor, id, new Field("keyer-name", name), refusal, model, response);
    }
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/give")
  String give(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String username,
      Model model,
      HttpServletResponse response,
      RedirectAttributes flash) {
    try {
      batches.give(actor, id, username.strip(), clock.instant());
      return done(id, "paper.done.give", flash);
    } catch (Refusal refusal) {
      return again(actor, id, new Field("username", username), refusal, model, response);
    }
  }

  /** A field of the page with what was typed in it. */
  private record Field(String name, String typed) {
    @Override
    public String toString() {
      return "Field[" + name + "]";
    }
  }

  /** The batch with what is wrong at its field; a batch that is out of reach stays so. */
  private String again(
      Actor actor,
      UUID id,
      Field field,
      Refusal refusal,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("wrong", field.name());
    model.addAttribute("typed", field.typed());
    String page = one(actor, id, model);
    response.setStatus(refusal.kind().status());
    return page;
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/take")
  String take(
      Actor actor, @PathVariable UUID id, @RequestParam long account, RedirectAttributes flash) {
    batches.take(actor, id, account, clock.instant());
    return done(id, "paper.done.take", flash);
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/close")
  String close(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
    batches.close(actor, id, clock.instant());
    return done(id, "paper.done.close", flash);
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/reopen")
  String reopen(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
    batches.reopen(actor, id, clock.instant());
    return done(id, "paper.done.reopen", flash);
  }

  @Requires(Permission.PAPER_MANAGE)
  @PostMapping("/paper/batches/{id}/verify")
  String verify(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
    batches.verify(actor, id, clock.instant());
    return done(id, "paper.done.verify", flash);
  }

  private static String done(UUID id, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    return "redirect:/paper/batches/" + id;
  }
}
