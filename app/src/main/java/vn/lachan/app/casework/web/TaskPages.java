package vn.lachan.app.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.casework.TaskFilter;
import vn.lachan.app.casework.TaskKind;
import vn.lachan.app.kernel.Limits;

/** The people to call. */
@Controller
class TaskPages {
  private static final String WRONG = "casework.refused.filter";

  private final Cases cases;
  private final CaseWords words;
  private final Clock clock;

  TaskPages(Cases cases, CaseWords words, Clock clock) {
    this.cases = cases;
    this.words = words;
    this.clock = clock;
  }

  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/tasks")
  String tasks(Actor actor, @RequestParam Map<String, String> asked, Model model) {
    Instant now = clock.instant();
    Integer unit = Typed.number(asked.get("unit"), WRONG);
    var filter =
        new TaskFilter(
            unit,
            Typed.choice(FollowUp.class, asked.get("state"), WRONG),
            Typed.text(asked.get("overdue")) != null,
            Typed.caseNumber(asked.get("case"), "casework.refused.case-number"),
            Typed.text(asked.get("close")) != null,
            Typed.choice(TaskKind.class, asked.get("kind"), WRONG));
    model.addAttribute("asked", written(asked));
    model.addAttribute("filtered", !filter.equals(TaskFilter.unfinished()));
    model.addAttribute("chosenUnit", unit == null ? null : words.path(unit));
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("mayDeclarations", actor.may(Permission.DECLARATIONS_READ));
    model.addAttribute("figures", cases.taskFigures(actor, now));
    model.addAttribute(
        "page", cases.tasks(actor, filter, Typed.text(asked.get("after")), Limits.PAGE_ROWS, now));
    String open = Typed.text(asked.get("task"));
    if (open != null) {
      Long number = Typed.longNumber(open, WRONG);
      model.addAttribute("task", number == null ? null : cases.task(actor, number, now));
    }
    return "casework/tasks";
  }

  /** The task beside the list. */
  @Requires(Permission.CASES_READ)
  @GetMapping("/casework/tasks/{task}")
  String task(
      Actor actor, @PathVariable long task, @RequestParam Map<String, String> asked, Model model) {
    model.addAttribute("asked", written(asked));
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("mayDeclarations", actor.may(Permission.DECLARATIONS_READ));
    model.addAttribute("task", cases.task(actor, task, clock.instant()));
    return "casework/task :: task";
  }

  /** Name and phone, in one click: an act with the case and the purpose of calling. */
  @Requires(Permission.PEOPLE_OPEN)
  @PostMapping("/casework/tasks/{task}/call")
  String call(Actor actor, @PathVariable long task, Model model) {
    model.addAttribute("identity", cases.call(actor, task));
    return "casework/contact :: opened";
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/tasks/follow-up")
  String followUp(
      Actor actor,
      @RequestParam(required = false) @Nullable Long reached,
      @RequestParam(defaultValue = "") List<Long> task,
      @RequestParam(defaultValue = "REACHED") FollowUp state,
      @RequestParam Map<String, String> asked,
      RedirectAttributes redirect) {
    List<Long> tasks = reached == null ? task : List.of(reached);
    FollowUp said = reached == null ? state : FollowUp.REACHED;
    if (tasks.isEmpty()) {
      redirect.addFlashAttribute("nobody", true);
      return "redirect:" + address(asked);
    }
    redirect.addFlashAttribute("made", cases.followUp(actor, tasks, said, clock.instant()));
    redirect.addFlashAttribute("madeState", said);
    return "redirect:" + address(asked);
  }

  @Requires(Permission.CASES_WRITE)
  @PostMapping("/casework/tasks/follow-up/undo")
  String undo(
      Actor actor,
      @RequestParam List<Long> made,
      @RequestParam Map<String, String> asked,
      RedirectAttributes redirect) {
    cases.undo(actor, made, clock.instant());
    redirect.addFlashAttribute("undone", made.size());
    return "redirect:" + address(asked);
  }

  /** A link that carries an empty filter asks for nothing. */
  private static Map<String, String> written(Map<String, String> asked) {
    Map<String, String> written = new LinkedHashMap<>(asked);
    written.values().removeIf(String::isBlank);
    return written;
  }

  /** Back to the list as it was filtered. */
  private static String address(Map<String, String> asked) {
    var address = UriComponentsBuilder.fromPath("/casework/tasks");
    for (String name : List.of("unit", "case", "overdue", "close", "kind")) {
      String value = Typed.text(asked.get(name));
      if (value != null) {
        address.queryParam(name, value);
      }
    }
    String shown = Typed.text(asked.get("shown"));
    if (shown != null) {
      address.queryParam("state", shown);
    }
    return address.encode().build().toUriString();
  }
}
