package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.AccountQuery;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.NewAccount;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.SecondFactors;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** Accounts and their roles, for operators. */
@Controller
@Requires(Permission.ACCOUNTS_MANAGE)
@RequestMapping("/access/accounts")
class AccountPages {
  private static final List<Role> STAFF_ROLES =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.OWNER && role != Role.KEEPER)
          .toList();

  private final Accounts accounts;
  private final SecondFactors factors;
  private final Units units;
  private final GrantNames names;
  private final ProgramSettings program;
  private final Clock clock;

  AccountPages(
      Accounts accounts,
      SecondFactors factors,
      Units units,
      GrantNames names,
      ProgramSettings program,
      Clock clock) {
    this.accounts = accounts;
    this.factors = factors;
    this.units = units;
    this.names = names;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(
      Actor actor,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(required = false) Actor.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable Boolean closed,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    String text = q == null || q.isBlank() ? null : q;
    var query = new AccountQuery(text, role, kind, closed, before);
    model.addAttribute("page", accounts.list(actor, query, Limits.PAGE_ROWS));
    model.addAttribute("query", query);
    model.addAttribute("names", names);
    model.addAttribute("roles", Role.values());
    return "access/accounts";
  }

  @GetMapping("/new")
  String form(Model model) {
    return newPage(new GrantForm(null, null, null), null, model);
  }

  @PostMapping
  String create(
      Actor actor,
      @RequestParam String username,
      @RequestParam String displayName,
      GrantForm form,
      Model model,
      HttpServletResponse response) {
    try {
      NewAccount made =
          accounts.createStaff(actor, username, displayName, form.grant(units), clock.instant());
      model.addAttribute("made", made);
      return "access/account-password";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("username", username);
      model.addAttribute("displayName", displayName);
      return newPage(form, refusal, model);
    }
  }

  @GetMapping("/{account}")
  String account(Actor actor, @PathVariable long account, Model model) {
    return accountPage(actor, account, null, model);
  }

  @PostMapping("/{account}/grant")
  String grant(
      Actor actor,
      @PathVariable long account,
      GrantForm form,
      Model model,
      HttpServletResponse response) {
    return change(
        actor,
        account,
        model,
        response,
        () -> accounts.grant(actor, account, form.grant(units), now()));
  }

  @PostMapping("/{account}/revoke")
  String revoke(
      Actor actor,
      @PathVariable long account,
      @RequestParam long assignment,
      Model model,
      HttpServletResponse response) {
    return change(actor, account, model, response, () -> accounts.revoke(actor, assignment, now()));
  }

  @PostMapping("/{account}/close")
  String close(
      Actor actor,
      @PathVariable long account,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    return change(
        actor, account, model, response, () -> accounts.close(actor, account, reason, now()));
  }

  @PostMapping("/{account}/reopen")
  String reopen(
      Actor actor, @PathVariable long account, Model model, HttpServletResponse response) {
    return change(actor, account, model, response, () -> accounts.reopen(actor, account, now()));
  }

  @PostMapping("/{account}/password")
  String resetPassword(
      Actor actor, @PathVariable long account, Model model, HttpServletResponse response) {
    try {
      model.addAttribute("made", accounts.resetPassword(actor, account, now()));
      return "access/account-password";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return accountPage(actor, account, refusal, model);
    }
  }

  @PostMapping("/{account}/second-factor")
  String resetSecondFactor(
      Actor actor,
      @PathVariable long account,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      HttpServletResponse response) {
    return change(
        actor, account, model, response, () -> factors.reset(actor, account, reason, now()));
  }

  private String change(
      Actor actor, long account, Model model, HttpServletResponse response, Runnable act) {
    try {
      act.run();
      return "redirect:/access/accounts/" + account;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      return accountPage(actor, account, refusal, model);
    }
  }

  private String accountPage(Actor actor, long account, @Nullable Refusal refusal, Model model) {
    model.addAttribute("account", accounts.find(actor, account));
    model.addAttribute("factor", factors.state(actor, account).orElse(null));
    model.addAttribute("own", actor.account() == account);
    model.addAttribute("names", names);
    choices(refusal, new GrantForm(null, null, null), model);
    return "access/account";
  }

  private String newPage(GrantForm form, @Nullable Refusal refusal, Model model) {
    choices(refusal, form, model);
    return "access/account-new";
  }

  private void choices(@Nullable Refusal refusal, GrantForm form, Model model) {
    model.addAttribute("refusal", refusal);
    model.addAttribute("form", form);
    model.addAttribute("unitPath", form.unit() == null ? "" : units.path(form.unit()));
    model.addAttribute("roles", STAFF_ROLES);
    model.addAttribute("names", names);
    model.addAttribute("sectors", units.sectors(LocalDate.ofInstant(now(), program.zone())));
  }

  private Instant now() {
    return clock.instant();
  }
}
