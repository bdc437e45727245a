package vn.lachan.app.access.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/**
 * The audit record as auditors read it. The page stands here because the record's own module lies
 * below the accounts: it knows neither who may read it nor the names of those who acted.
 */
@Controller
class AuditPage {
  private final Audit audit;
  private final Accounts accounts;
  private final ProgramSettings program;

  AuditPage(Audit audit, Accounts accounts, ProgramSettings program) {
    this.audit = audit;
    this.accounts = accounts;
    this.program = program;
  }

  @Requires(Permission.AUDIT_READ)
  @GetMapping("/audit")
  String entries(
      Actor reader,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    requireWhole(reader);
    var filter =
        new EntryFilter(
            account(actor),
            kind == null || kind.isBlank() ? null : kind.strip(),
            null,
            from == null ? null : from.atStartOfDay(program.zone()).toInstant(),
            to == null ? null : to.plusDays(1).atStartOfDay(program.zone()).toInstant(),
            before);
    Page<Entry> page = audit.entries(filter, Limits.PAGE_ROWS);
    Set<Long> actors = new HashSet<>();
    page.rows().forEach(entry -> actors.add(entry.actor()));
    model.addAttribute("page", page);
    model.addAttribute("names", accounts.names(actors));
    model.addAttribute("actorText", actor);
    model.addAttribute("kind", kind);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    return "access/audit";
  }

  /** An entry belongs to no unit, so that a part of the record cannot be cut out for a part. */
  private static void requireWhole(Actor reader) {
    if (!reader.require(Permission.AUDIT_READ).isEverywhere()) {
      throw Refusal.forbidden("access.refused.audit");
    }
  }

  /** A username or a number; a name that nobody has finds nothing. */
  private @Nullable Long account(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.strip().matches("\\d{1,18}")
        ? Long.valueOf(text.strip())
        : (Long) accounts.byUsername(text).orElse(-1);
  }
}
