package vn.lachan.app.paper.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import vn.lachan.app.declarations.AnswerFault;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.Keying.Choice;
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
  private static final int TEXT_LETTERS = 2_000;

  private final Keying keying;
  private final MessageSource messages;
  private final Clock clock;

  SettlePages(Keying keying, MessageSource messages, Clock clock) {
    this.keying = keying;
    this.messages = messages;
    this.clock = clock;
  }

  /** A field with both readings in words. */
  record Line(
      String key,
      String label,
      String first,
      String second,
      String error,
      String chosen,
      String other) {
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
    return show(actor, id, serial, Map.of(), List.of(), model, language, response);
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
          if (name.startsWith(CHOICE) && value.matches("FIRST|SECOND|OTHER")) {
            chosen.put(name.substring(CHOICE.length()), Choice.valueOf(value));
          } else if (name.startsWith(OTHER) && value.length() <= TEXT_LETTERS) {
            others.put(name.substring(OTHER.length()), value);
          }
        });
    try {
      Keying.Kept kept = keying.settle(actor, id, serial, chosen, others, clock.instant());
      if (kept.stored()) {
        flash.addFlashAttribute("notice", "paper.done.settle");
        boolean manages = actor.may(Permission.PAPER_READ);
        return (manages ? "redirect:/paper/batches/" : "redirect:/paper/keying/") + id;
      }
      response.setStatus(Refusal.Kind.INVALID.status());
      if (kept.writtenFault() != null) {
        model.addAttribute("refusal", Refusal.invalid(kept.writtenFault()));
      }
      return show(actor, id, serial, parameters, kept.faults(), model, language, response);
    } catch (Refusal refusal) {
      if (refusal.kind() != Refusal.Kind.INVALID) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return show(actor, id, serial, parameters, List.of(), model, language, response);
    }
  }

  private String show(
      Actor actor,
      UUID id,
      String serial,
      Map<String, String> typed,
      List<AnswerFault> faults,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Keying.Differences found = keying.differences(actor, id, serial, clock.instant());
    Questionnaire form = keying.form(actor, id);
    model.addAttribute("batch", keying.batch(actor, id));
    model.addAttribute("sheet", keying.look(actor, id, serial));
    model.addAttribute(
        "lines",
        found.fields().stream().map(field -> line(form, field, typed, faults, language)).toList());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return "paper/settle";
  }

  private Line line(
      Questionnaire form,
      Keying.Difference field,
      Map<String, String> typed,
      List<AnswerFault> faults,
      Locale language) {
    Item item = form.item(field.linkId());
    String error =
        faults.stream()
            .filter(fault -> fault.linkId().equals(field.linkId()))
            .map(fault -> messages.getMessage(fault.key(), new Object[] {""}, language))
            .findFirst()
            .orElse("");
    return new Line(
        field.key(),
        item == null
            ? messages.getMessage("paper.key.written", null, language)
            : item.text().in(language.getLanguage()),
        words(item, field.first(), language),
        words(item, field.second(), language),
        error,
        typed.getOrDefault(CHOICE + field.key(), ""),
        typed.getOrDefault(OTHER + field.key(), ""));
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
