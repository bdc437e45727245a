package vn.lachan.app.paper.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.declarations.AnswerFault;
import vn.lachan.app.declarations.web.FormFields;
import vn.lachan.app.declarations.web.FormPage;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.engine.form.Bounds;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.Questionnaire;

/**
 * What the keying page's script asks while the page stays: so a form that could not be sent is
 * still there.
 */
@RestController
@Requires(Permission.PAPER_KEY)
class KeyingActions {
  private static final String PREFIX = "q.";

  private final Keying keying;
  private final FormPage pages;
  private final MessageSource messages;
  private final Clock clock;

  KeyingActions(Keying keying, FormPage pages, MessageSource messages, Clock clock) {
    this.pages = pages;
    this.keying = keying;
    this.messages = messages;
    this.clock = clock;
  }

  /** Why nothing came of it, in words. */
  record Refused(String refused) {}

  /** A sheet for the page; {@code refused} is in words. */
  record SheetJson(
      String serial,
      String shown,
      int position,
      int round,
      @Nullable String refused,
      boolean photo) {}

  /**
   * What became of a keying.
   *
   * @param faults words by the name of the field
   */
  record KeptJson(
      @Nullable String state,
      @Nullable String words,
      Map<String, String> faults,
      int differing,
      boolean settles,
      int done,
      @Nullable SheetJson next) {}

  @GetMapping("/paper/keying/{id}/sheet")
  SheetJson look(Actor actor, @PathVariable UUID id, @RequestParam String typed, Locale language) {
    return json(keying.look(actor, id, typed), language);
  }

  @PostMapping("/paper/keying/{id}/sheets")
  KeptJson save(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam UUID key,
      @RequestParam String serial,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "0") int seconds,
      @RequestParam MultiValueMap<String, String> parameters,
      Locale language) {
    Instant now = clock.instant();
    var fields = FormFields.read(keying.form(actor, id), parameters);
    Keying.Kept kept =
        keying.save(actor, id, new Keying.Typed(key, serial, fields, day, time, seconds), now);
    return json(actor, id, serial, kept, language);
  }

  @PostMapping("/paper/keying/{id}/void")
  KeptJson declareVoid(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam String serial,
      @RequestParam VoidReason reason,
      Locale language) {
    keying.declareVoid(actor, id, serial, reason, clock.instant());
    return new KeptJson(
        "void",
        say("paper.key.voided", language),
        Map.of(),
        0,
        false,
        keying.done(actor, id),
        next(actor, id, serial, language));
  }

  /** In words, for a script that keeps its page. */
  @ExceptionHandler(Refusal.class)
  ResponseEntity<Refused> refused(Refusal refusal, Locale language) {
    return ResponseEntity.status(refusal.kind().status())
        .body(
            new Refused(
                messages.getMessage(refusal.code(), refusal.arguments().toArray(), language)));
  }

  private KeptJson json(Actor actor, UUID id, String serial, Keying.Kept kept, Locale language) {
    Map<String, String> faults = new LinkedHashMap<>();
    if (kept.writtenFault() != null) {
      faults.put(writtenField(kept.writtenFault()), say(kept.writtenFault(), language));
    }
    Questionnaire form = keying.form(actor, id);
    for (AnswerFault fault : kept.faults()) {
      Item item = form.item(fault.linkId());
      Bounds bounds = item == null ? null : item.bounds();
      faults.putIfAbsent(field(fault), pages.words(fault, bounds, language));
    }
    var state = kept.state();
    return new KeptJson(
        state == null ? null : state.name().toLowerCase(Locale.ROOT),
        state == null ? null : say("paper.kept." + state.name().toLowerCase(Locale.ROOT), language),
        faults,
        kept.differing(),
        kept.settles(),
        keying.done(actor, id),
        kept.stored() ? next(actor, id, serial, language) : null);
  }

  private static String writtenField(String fault) {
    return fault.endsWith("time") ? "time" : "day";
  }

  /** A fault that the filler found names the field's key, others the question. */
  private static String field(AnswerFault fault) {
    boolean isKey = fault.path().startsWith(fault.linkId()) && !fault.linkId().isEmpty();
    return PREFIX + (isKey ? fault.path() : fault.linkId());
  }

  private @Nullable SheetJson next(Actor actor, UUID id, String after, Locale language) {
    return keying.next(actor, id, after).map(sheet -> json(sheet, language)).orElse(null);
  }

  private SheetJson json(Keying.Sheet sheet, Locale language) {
    return new SheetJson(
        sheet.serial(),
        sheet.shown(),
        sheet.position(),
        sheet.round(),
        sheet.refused() == null ? null : say(sheet.refused(), language),
        sheet.photo());
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
