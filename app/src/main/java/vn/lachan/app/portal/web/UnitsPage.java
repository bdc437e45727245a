package vn.lachan.app.portal.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Lineage;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/**
 * The communes of 2021 that no published table leads to a commune of today: an operator completes
 * them, naming the document. The page stands here because units lie below whoever may act.
 */
@Controller
class UnitsPage {
  private static final int DOCUMENT_LETTERS = 120;

  private final Units units;
  private final Audit audit;
  private final Clock clock;

  UnitsPage(Units units, Audit audit, Clock clock) {
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  @Requires(Permission.OPERATE)
  @GetMapping("/units")
  String list(@RequestParam(defaultValue = "0") int after, Model model) {
    List<Unit> rows = units.withoutSuccessor(Math.max(0, after), Limits.PAGE_ROWS + 1);
    Page<Row> page =
        Page.of(rows, Limits.PAGE_ROWS, unit -> Integer.toString(unit.id()))
            .map(unit -> new Row(unit, units.path(unit.id())));
    model.addAttribute("page", page);
    model.addAttribute("first", after <= 0);
    return "portal/units";
  }

  @Requires(Permission.OPERATE)
  @Transactional
  @PostMapping("/units/{unit}/successor")
  public String complete(
      Actor actor,
      @PathVariable int unit,
      @RequestParam(name = "unit-code", required = false) @Nullable Integer successor,
      @RequestParam(defaultValue = "FULL") Lineage.Extent extent,
      @RequestParam(defaultValue = "") String document,
      RedirectAttributes redirect) {
    if (!actor.require(Permission.OPERATE).isEverywhere()) {
      throw Refusal.forbidden("access.forbidden");
    }
    if (document.isBlank() || document.length() > DOCUMENT_LETTERS) {
      throw Refusal.invalid("portal.units.document", DOCUMENT_LETTERS);
    }
    if (successor == null) {
      throw Refusal.invalid("units.no-such-unit");
    }
    units.recordSuccessor(
        unit, successor, extent, document.strip(), actor.account(), clock.instant());
    audit.record(Act.on(actor.account(), "units.complete", unit + " -> " + successor));
    redirect.addFlashAttribute("notice", "portal.units.done");
    return "redirect:/units?after=" + (unit - 1);
  }

  record Row(Unit unit, String path) {}
}
