package vn.lachan.app.operations.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.visits.Retention;

/** The days of visits that are held, and the record of those that were destroyed. */
@Controller
@Requires(Permission.OPERATE)
@RequestMapping("/operations/days")
class RetentionPages {
  private final Retention retention;

  RetentionPages(Retention retention) {
    this.retention = retention;
  }

  @GetMapping
  String days(Actor actor, @RequestParam(required = false) @Nullable Long before, Model model) {
    model.addAttribute("days", retention.partitions(actor));
    model.addAttribute("runs", retention.runs(actor, before, Limits.PAGE_ROWS));
    model.addAttribute("tab", "days");
    return "operations/days";
  }

  @GetMapping("/{run}")
  String run(
      Actor actor,
      @PathVariable long run,
      @RequestParam(required = false) @Nullable UUID after,
      Model model) {
    model.addAttribute("run", run);
    model.addAttribute("days", retention.forgotten(actor, run));
    model.addAttribute("kept", retention.kept(actor, run, after, Limits.PAGE_ROWS));
    model.addAttribute("tab", "days");
    return "operations/run";
  }
}
