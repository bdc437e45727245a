package vn.lachan.app.access.web;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.AuditedPersons;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryDetail;
import vn.lachan.app.audit.Seals;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The audit record as auditors read it. The page stands here because the record's own module lies
 * below the accounts: it knows neither who may read it nor the names of those who acted.
 */
@Controller
class AuditPage {
  private final Audit audit;
  private final Seals seals;
  private final AuditQuestion questions;
  private final Accounts accounts;
  private final AuditedPersons persons;

  AuditPage(
      Audit audit,
      Seals seals,
      AuditQuestion questions,
      Accounts accounts,
      AuditedPersons persons) {
    this.audit = audit;
    this.seals = seals;
    this.questions = questions;
    this.accounts = accounts;
    this.persons = persons;
  }

  @Requires(Permission.AUDIT_READ)
  @GetMapping("/audit")
  String entries(
      Actor reader,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    requireWhole(reader);
    var asked = new AuditQuestion.Typed(actor, kind, person, from, to);
    Page<Entry> page = audit.entries(questions.filter(asked, before), Limits.PAGE_ROWS);
    Set<Long> actors = new HashSet<>();
    page.rows().forEach(entry -> actors.add(entry.actor()));
    model.addAttribute("page", page);
    model.addAttribute("asked", asked);
    model.addAttribute("kinds", audit.kinds());
    model.addAttribute("names", accounts.names(actors));
    model.addAttribute("seal", seals.state());
    return "access/audit";
  }

  @Requires(Permission.AUDIT_READ)
  @GetMapping("/audit/{number:\\d{1,18}}")
  String entry(Actor reader, @PathVariable long number, Model model) {
    requireWhole(reader);
    EntryDetail detail =
        audit.entry(number).orElseThrow(() -> Refusal.notFound("access.refused.audit-entry"));
    model.addAttribute("detail", detail);
    model.addAttribute("names", accounts.names(List.of(detail.entry().actor())));
    model.addAttribute("persons", persons.publicIds(detail.persons()).values());
    return "access/audit-entry";
  }

  /** An entry belongs to no unit, so that a part of the record cannot be cut out for a part. */
  static void requireWhole(Actor reader) {
    if (!reader.require(Permission.AUDIT_READ).isEverywhere()) {
      throw Refusal.forbidden("access.refused.audit");
    }
  }
}
