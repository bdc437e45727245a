package vn.lachan.app.portal.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;

/** How far a piece of long work is: a part of other pages that renews itself. */
@Controller
class JobPages {
  private final Jobs jobs;
  private final Audit audit;
  private final TransactionTemplate transactions;

  JobPages(Jobs jobs, Audit audit, TransactionTemplate transactions) {
    this.jobs = jobs;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Open(value = "shown to who started the work, and to operators", signedIn = true)
  @GetMapping("/portal/jobs/{id}")
  String progress(Actor actor, @PathVariable UUID id, Model model) {
    model.addAttribute("job", visible(actor, id));
    return "portal/job :: progress";
  }

  @Open(value = "stopped by who started the work, or by an operator", signedIn = true)
  @PostMapping("/portal/jobs/{id}/cancel")
  String cancel(Actor actor, @PathVariable UUID id, Model model) {
    JobView job = visible(actor, id);
    if (!job.ended() && job.cancelledAt() == null) {
      transactions.executeWithoutResult(
          status -> {
            jobs.cancel(id, actor.account());
            audit.record(Act.on(actor.account(), "portal.stop", job.kind() + " " + id));
          });
    }
    model.addAttribute("job", visible(actor, id));
    return "portal/job :: progress";
  }

  private JobView visible(Actor actor, UUID id) {
    return jobs.find(id)
        .filter(
            job -> job.startedBy() == actor.account() || actor.mayEverywhere(Permission.OPERATE))
        .orElseThrow(() -> Refusal.notFound("program.job-missing"));
  }
}
