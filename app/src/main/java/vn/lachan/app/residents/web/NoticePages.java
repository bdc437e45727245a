package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.Notice;
import vn.lachan.app.residents.NoticeBox;
import vn.lachan.app.residents.Pushes;
import vn.lachan.app.residents.Resident;

/** Notices of an account's people; opening them is the receipt. */
@Controller
@Open("residents sign in by their own cookie")
class NoticePages {
  private static final String LIST = "residents/notices";

  private final NoticeBox notices;
  private final Pushes pushes;
  private final ProgramSettings program;
  private final Clock clock;

  NoticePages(NoticeBox notices, Pushes pushes, ProgramSettings program, Clock clock) {
    this.notices = notices;
    this.pushes = pushes;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping("/residents/notices")
  String notices(Resident resident, Model model) {
    model.addAttribute("notices", cards(notices.of(resident)));
    model.addAttribute("listens", pushes.listens(resident));
    model.addAttribute("pushKey", pushes.key().publicKey());
    notices.read(resident, clock.instant());
    return LIST;
  }

  /** Where a message on the screen of the phone leads. */
  @GetMapping("/residents/notices/{id}")
  String notice(Resident resident, @PathVariable UUID id, Model model) {
    model.addAttribute("notice", notices.open(resident, id, clock.instant()));
    return "residents/notice";
  }

  @PostMapping("/residents/notices/push")
  String listen(
      Resident resident,
      @RequestParam(defaultValue = "") String endpoint,
      @RequestParam(defaultValue = "") String p256dh,
      @RequestParam(defaultValue = "") String auth,
      Locale language,
      Model model,
      HttpServletResponse response) {
    try {
      pushes.listen(
          resident, new Pushes.Listener(endpoint, p256dh, auth), language, clock.instant());
      return "redirect:/residents/notices";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return notices(resident, model);
    }
  }

  @PostMapping("/residents/notices/push/off")
  String stop(Resident resident) {
    pushes.stop(resident, clock.instant());
    return "redirect:/residents/notices";
  }

  /** A notice with the names of all whom the same words concern. */
  record Card(Notice notice, List<String> names) {}

  /** One card where several people of the family were told the same on the same day. */
  private List<Card> cards(List<Notice> all) {
    return all.stream()
        .collect(Collectors.groupingBy(this::sameness, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(
            told ->
                new Card(
                    told.getFirst(),
                    told.stream().map(Notice::name).distinct().toList().reversed()))
        .toList();
  }

  private List<Object> sameness(Notice notice) {
    return List.of(
        notice.template(),
        notice.arguments(),
        LocalDate.ofInstant(notice.at(), program.zone()),
        notice.readAt() == null,
        notice.done());
  }
}
