package vn.lachan.app.casework.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.BulkAnswer;
import vn.lachan.app.casework.ContactActs;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.casework.FollowUpReason;
import vn.lachan.app.casework.Selection;

/**
 * Acts on many contacts: first what will happen and to how many, then the act, then the way back.
 * With htmx the question stands in a dialog and the list comes back in place; without it both are
 * pages.
 */
@Controller
class BulkPages {
  private final ContactActs acts;
  private final CaseModel caseModel;
  private final CaseWords words;
  private final Clock clock;

  BulkPages(ContactActs acts, CaseModel caseModel, CaseWords words, Clock clock) {
    this.acts = acts;
    this.caseModel = caseModel;
    this.words = words;
    this.clock = clock;
  }

  /** What can be asked for. */
  enum Wanted {
    REACHED,
    FOLLOW_UP,
    ASSIGN,
    TASKS,
    SHEETS,
    EXPORT
  }

  @Requires(Permission.CASES_READ)
  @PostMapping("/casework/{caseId}/bulk/ask")
  String ask(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Wanted act,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String query,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      Model model) {
    ListAddress address = ListAddress.parse(caseId, query);
    Selection selection = selection(who, all, address);
    caseModel.head(actor, caseId, address, model);
    model.addAttribute("act", act);
    model.addAttribute("caseId", caseId);
    model.addAttribute("who", all ? List.of() : List.copyOf(selection.persons()));
    model.addAttribute("all", all);
    if (act == Wanted.EXPORT || act == Wanted.SHEETS) {
      model.addAttribute("plan", caseModel.chosen(actor, caseId, selection));
    } else {
      model.addAttribute("plan", acts.preview(actor, caseId, selection));
      model.addAttribute("reasons", FollowUpReason.values());
    }
    return part == null ? "casework/bulk" : "casework/bulk :: ask";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/bulk")
  String act(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam Wanted act,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(required = false) @Nullable FollowUp state,
      @RequestParam(required = false) @Nullable FollowUpReason reason,
      @RequestParam(required = false) @Nullable Integer unit,
      @RequestParam(required = false) @Nullable Long officer,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      RedirectAttributes redirect,
      Model model) {
    ListAddress address = ListAddress.parse(caseId, query);
    Selection selection = selection(who, all, address);
    var now = clock.instant();
    FollowUp said = state == null ? FollowUp.REACHED : state;
    BulkAnswer answer =
        switch (act) {
          case ASSIGN -> acts.assign(actor, caseId, selection, unit, officer, now);
          case TASKS -> acts.makeTasks(actor, caseId, selection, now);
          default -> acts.followUp(actor, caseId, selection, said, reason, now);
        };
    String done =
        switch (act) {
          case ASSIGN -> words.say("casework.bulk.assigned", answer.done());
          case TASKS -> words.say("casework.bulk.made-tasks", answer.done());
          default -> words.say("casework.made", answer.done(), state(said));
        };
    return answered(actor, caseId, address, part, answer, done, redirect, model);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/{caseId}/bulk/undo")
  String undo(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam UUID bulk,
      @RequestParam(defaultValue = "") String query,
      @RequestHeader(value = "HX-Request", required = false) @Nullable String part,
      RedirectAttributes redirect,
      Model model) {
    ListAddress address = ListAddress.parse(caseId, query);
    BulkAnswer answer = acts.undo(actor, bulk, clock.instant());
    String done = words.say("casework.bulk.undone", answer.done());
    return answered(actor, caseId, address, part, answer, done, redirect, model);
  }

  /** Those who may be given tasks of a unit, as options of a field. */
  @Requires(Permission.CASES_WRITE)
  @GetMapping("/casework/{caseId}/officers")
  String officers(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam(required = false) @Nullable Integer unit,
      Model model) {
    model.addAttribute("self", actor);
    model.addAttribute("officers", unit == null ? List.of() : acts.officers(actor, unit));
    return "casework/bulk :: officers";
  }

  static Selection selection(List<UUID> who, boolean all, ListAddress address) {
    return all
        ? new Selection(new HashSet<>(), address.filter())
        : Selection.of(new HashSet<>(who));
  }

  /** What was left undone, a sentence each. */
  private String left(BulkAnswer answer) {
    var sentences = new StringBuilder();
    answer
        .skipped()
        .forEach(
            (why, count) ->
                sentences
                    .append(' ')
                    .append(words.say("casework.skipped." + words.key(why), count)));
    return sentences.toString();
  }

  private String state(FollowUp state) {
    return words.say("casework.state." + words.key(state));
  }

  private String answered(
      Actor actor,
      UUID caseId,
      ListAddress address,
      @Nullable String part,
      BulkAnswer answer,
      String done,
      RedirectAttributes redirect,
      Model model) {
    String said = done + left(answer);
    if (part == null) {
      redirect.addFlashAttribute("bulk", answer.id() == null ? "" : answer.id().toString());
      redirect.addFlashAttribute("bulkDone", said);
      return "redirect:" + address.page(address.after());
    }
    caseModel.head(actor, caseId, address, model);
    caseModel.list(actor, caseId, address, model);
    model.addAttribute("bulk", answer.id() == null ? "" : answer.id().toString());
    model.addAttribute("bulkDone", said);
    UUID contact = address.contact();
    if (contact != null) {
      caseModel.contact(actor, caseId, contact, address, model);
    }
    return "casework/contacts :: answered";
  }
}
