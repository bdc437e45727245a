package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** Tokens of the API, for operators. */
@Controller
@Requires(Permission.ACCOUNTS_MANAGE)
@RequestMapping("/access/tokens")
class TokenPages {
  private static final List<Role> ROLES =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.OWNER && role != Role.KEEPER)
          .toList();

  private final Tokens tokens;
  private final Units units;
  private final GrantNames names;
  private final ProgramSettings program;
  private final Clock clock;

  TokenPages(Tokens tokens, Units units, GrantNames names, ProgramSettings program, Clock clock) {
    this.tokens = tokens;
    this.units = units;
    this.names = names;
    this.program = program;
    this.clock = clock;
  }

  @GetMapping
  String list(Actor actor, Model model) {
    return page(actor, new GrantForm(null, null, null), null, model);
  }

  @PostMapping
  String create(
      Actor actor,
      @RequestParam String name,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
      GrantForm form,
      Model model,
      HttpServletResponse response) {
    try {
      model.addAttribute(
          "made",
          tokens.create(
              actor,
              name,
              form.grant(units),
              lastDay.plusDays(1).atStartOfDay(program.zone()).toInstant(),
              clock.instant()));
      return page(actor, new GrantForm(null, null, null), null, model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("name", name);
      model.addAttribute("lastDay", lastDay);
      return page(actor, form, refusal, model);
    }
  }

  @PostMapping("/{token}/revoke")
  String revoke(Actor actor, @PathVariable long token) {
    tokens.revoke(actor, token, clock.instant());
    return "redirect:/access/tokens";
  }

  private String page(Actor actor, GrantForm form, @Nullable Refusal refusal, Model model) {
    model.addAttribute("tokens", tokens.list(actor));
    model.addAttribute("now", clock.instant());
    model.addAttribute("refusal", refusal);
    model.addAttribute("form", form);
    model.addAttribute("unitPath", form.unit() == null ? "" : units.path(form.unit()));
    model.addAttribute("roles", ROLES);
    model.addAttribute("names", names);
    model.addAttribute(
        "sectors", units.sectors(LocalDate.ofInstant(clock.instant(), program.zone())));
    return "access/tokens";
  }
}
