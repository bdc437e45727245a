package vn.lachan.app.casework.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.casework.ContactActs;
import vn.lachan.app.casework.DoorSheets;
import vn.lachan.app.kernel.QrCode;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.program.ProgramSettings;

/** Sheets of paper to carry to a door. They hold identity, so no address leads to them. */
@Controller
class SheetPage {
  private final ContactActs acts;
  private final ProgramSettings program;
  private final Clock clock;

  SheetPage(ContactActs acts, ProgramSettings program, Clock clock) {
    this.acts = acts;
    this.program = program;
    this.clock = clock;
  }

  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/casework/{caseId}/sheets")
  String sheets(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(defaultValue = "") String query,
      @RequestParam Purpose purpose,
      @RequestParam(defaultValue = "") String note,
      Model model) {
    ListAddress address = ListAddress.parse(caseId, query);
    DoorSheets sheets =
        acts.sheets(
            actor,
            caseId,
            BulkPages.selection(who, all, address),
            purpose.because(note),
            clock.instant());
    model.addAttribute("sheets", sheets);
    model.addAttribute("codes", new Codes(program));
    model.addAttribute("back", address.page(address.after()));
    return "casework/sheets";
  }

  /** The way back from paper: a code that leads to the task, never to a name. */
  record Codes(ProgramSettings program) {
    public QrCode of(CaseContact contact) {
      Long task = contact.task();
      return QrCode.of(
          program.publicAddress(task == null ? "/casework/tasks" : "/casework/tasks?task=" + task),
          QrCode.Level.MEDIUM);
    }
  }
}
