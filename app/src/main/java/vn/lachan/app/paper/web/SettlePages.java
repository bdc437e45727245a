package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.Keying.Choice;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Option;
import vn.lachan.engine.form.Questionnaire;

/**
 * What two keyers read differently, field by field. Opened by a form and shown in its answer, so
 * that no address opens it again.
 */
@Controller
@Requires(Permission.PAPER_KEY)
class SettlePages {
  private static final String CHOICE = "choice.";
  private static final String OTHER = "other.";
  private static final String WRITTEN = "written";
  private static final int TEXT_LETTERS = 2_000;

  private final Keying keying;
  private final MessageSource messages;
  private final Clock clock;

  SettlePages(Keying keying, MessageSource messages, Clock clock) {
    this.keying = keying;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A field with both readings in words.
   *
   * @param error what is wrong, in words; empty where nothing is
   * @param required whether it cannot be left empty
   */
  record Line(
      String key,
      String label,
      String first,
      String second,
      String error,
      String chosen,
      String other,
      boolean required) {
    @Override
    public String toString() {
      return "Line[" + key + "]";
    }
  }

  @PostMapping("/paper/keying/{id}/sheets/{serial}/compare")
  String compare(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String serial,
      Model model,
      Locale language,
      HttpServletResponse response) {
    return show(actor, id, serial, new Typed(Map.of(), _ -> null), model, language, response);
  }

  @PostMapping("/paper/keying/{id}/sheets/{serial}/settle")
  String settle(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable String serial,
      @RequestParam Map<String, String> parameters,
      Model model,
      Locale language,
      HttpServletResponse response,
      RedirectAttributes flash) {
    Map<String, Choice> chosen = new HashMap<>();
    Map<String, String> others = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(CHOICE) && value.matches("FIRST|SECOND|OTHER|UNREADABLE")) {
            chosen.put(name.substring(CHOICE.length()), Choice.valueOf(value));
          } else if (name.startsWith(OTHER) && value.length() <= TEXT_LETTERS) {
            others.put(name.substring(OTHER.length()), value);
          }
        });
    try {
      Keying.Kept kept = keying.settle(actor, id, serial, chosen, others, clock.instant());
      if (kept.stored()) {
        return away(actor, id, "paper.done.settle", flash);
      }
      response.setStatus(Refusal.Kind.INVALID.status());
      model.addAttribute("said", "paper.settle.wrong");
      return show(
          actor, id, serial, new Typed(parameters, faults(kept)), model, language, response);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("said", "paper.refused.undecided");
      return show(
          actor,
          id,
          serial,
          new Typed(parameters, undecided(chosen, others)),
          model,
          language,
          response);
    }
  }

  /** Nobody can read the sheet: it will not be keyed, until somebody takes that back. */
  @PostMapping("/paper/keying/{id}/sheets/{serial}/unreadable")
  String unreadable(
      Actor actor, @PathVariable UUID id, @PathVariable String serial, RedirectAttributes flash) {
    keying.declareVoid(actor, id, serial, VoidReason.ILLEGIBLE, clock.instant());
    return away(actor, id, "paper.done.void", flash);
  }

  /**
   * A page as it was sent.
   *
   * @param faults the message key of what is wrong, by the key of the field
   */
  private record Typed(Map<String, String> parameters, Function<String, @Nullable String> faults) {
    @Override
    public String toString() {
      return "Typed";
    }
  }

  private static String away(Actor actor, UUID id, String notice, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", notice);
    boolean manages = actor.may(Permission.PAPER_READ);
    return (manages ? "redirect:/paper/batches/" : "redirect:/paper/keying/") + id;
  }

  /** The first fault of each field; of the sheet's time under its own key. */
  private static Function<String, @Nullable String> faults(Keying.Kept kept) {
    Map<String, String> faults = new HashMap<>();
    kept.faults().forEach(fault -> faults.putIfAbsent(fault.linkId(), fault.key()));
    if (kept.writtenFault() != null) {
      faults.put(WRITTEN, kept.writtenFault());
    }
    return key -> faults.get(key.replaceFirst("#.*", ""));
  }

  private static Function<String, @Nullable String> undecided(
      Map<String, Choice> chosen, Map<String, String> others) {
    return key -> {
      Choice choice = chosen.get(key);
      boolean unsaid = choice == Choice.OTHER && others.getOrDefault(key, "").isBlank();
      return choice == null ? "paper.settle.undecided" : unsaid ? "paper.settle.unsaid" : null;
    };
  }

  private String show(
      Actor actor,
      UUID id,
      String serial,
      Typed typed,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Keying.Differences found = keying.differences(actor, id, serial, clock.instant());
    Questionnaire form = keying.form(actor, id);
    model.addAttribute("batch", keying.batch(actor, id));
    model.addAttribute("sheet", keying.look(actor, id, serial));
    model.addAttribute("found", found);
    model.addAttribute("mayRead", actor.may(Permission.PAPER_READ));
    model.addAttribute(
        "lines", found.fields().stream().map(field -> line(form, field, typed, language)).toList());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "paper/settle";
  }

  private Line line(Questionnaire form, Keying.Difference field, Typed typed, Locale language) {
    Item item = form.item(field.linkId());
    String fault = typed.faults().apply(field.key());
    boolean required = item == null || item.required();
    return new Line(
        field.key(),
        item == null
            ? messages.getMessage("paper.key.written", null, language)
            : item.text().in(language.getLanguage()),
        words(item, field.first(), language),
        words(item, field.second(), language),
        fault == null ? "" : said(fault, item, language),
        typed.parameters().getOrDefault(CHOICE + field.key(), ""),
        typed.parameters().getOrDefault(OTHER + field.key(), ""),
        required);
  }

  private String said(String fault, @Nullable Item item, Locale language) {
    Object[] most = {
      item == null || item.bounds().maxLength() == null ? "" : item.bounds().maxLength()
    };
    return messages.getMessage(fault, most, language);
  }

  private String words(@Nullable Item item, List<String> values, Locale language) {
    if (values.isEmpty()) {
      return messages.getMessage("paper.settle.empty", null, language);
    }
    return values.stream()
        .map(value -> item == null ? value : words(item, value, language))
        .collect(Collectors.joining(", "));
  }

  private String words(Item item, String value, Locale language) {
    if (item.type() == ItemType.BOOLEAN) {
      return messages.getMessage("declarations.form." + value, null, language);
    }
    return item.options().stream()
        .filter(option -> option.key().equals(value))
        .map(Option::text)
        .map(text -> text.in(language.getLanguage()))
        .findFirst()
        .orElse(value);
  }
}
