package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.declarations.SelfDeclaring;
import vn.lachan.app.declarations.web.FormFields;
import vn.lachan.app.declarations.web.FormLine;
import vn.lachan.app.declarations.web.FormPage;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentAccounts;

/**
 * Declaring for a family in a minute: one tap where nothing has changed, one common form for
 * several persons, and a form of their own for whoever answers differently.
 */
@Controller
@Open("residents sign in by their own cookie")
@RequestMapping("/residents/declarations")
class DeclarationPages {
  private static final String FORM = FamilyDeclaring.RESIDENTS;

  private final Family family;
  private final ResidentAccounts accounts;
  private final FamilyDeclaring declaring;
  private final Standings standings;
  private final SelfDeclaring forms;
  private final FormPage page;
  private final Clock clock;

  DeclarationPages(
      Family family,
      ResidentAccounts accounts,
      FamilyDeclaring declaring,
      Standings standings,
      SelfDeclaring forms,
      FormPage page,
      Clock clock) {
    this.family = family;
    this.accounts = accounts;
    this.declaring = declaring;
    this.standings = standings;
    this.forms = forms;
    this.page = page;
    this.clock = clock;
  }

  /** The place at whose door somebody declares, to which the pages lead back. */
  @ModelAttribute("at")
  @Nullable String at(@RequestParam(defaultValue = "") String at) {
    return at.isBlank() ? null : Typed.place(at).symbols();
  }

  /**
   * Who declared and who has not.
   *
   * @param sent for whom it was declared just now, which is said above the list
   */
  @GetMapping
  String people(Resident resident, @RequestParam(defaultValue = "") List<UUID> sent, Model model) {
    List<Member> members = family.members(resident);
    if (members.isEmpty()) {
      return "redirect:/residents/people/new";
    }
    return people(resident, members, sent, model);
  }

  /** "Nothing has changed" for all who were chosen. */
  @PostMapping("/same")
  String same(
      Resident resident,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") List<UUID> who,
      Model model,
      HttpServletResponse response) {
    List<Member> members = family.members(resident);
    Instant now = clock.instant();
    try {
      for (Member member : chosen(members, who)) {
        declaring.same(
            keyOf(key, member), FORM, who(resident, members, member), resident.phone(), now);
      }
      return sent(chosen(members, who), model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return people(resident, members, List.of(), model);
    }
  }

  @GetMapping("/new")
  String form(
      Resident resident,
      @RequestParam(defaultValue = "") List<UUID> who,
      Model model,
      Locale language) {
    Instant now = clock.instant();
    var asked =
        new FormPage.Asked(
            FORM, forms.begin(FORM, Optional.empty(), now), Map.of(), List.of(), null, false);
    return show(resident, who, UUID.randomUUID(), asked, 0, model, language);
  }

  @PostMapping("/new")
  String send(
      Resident resident,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") List<UUID> who,
      @RequestParam MultiValueMap<String, String> parameters,
      Model model,
      Locale language,
      HttpServletResponse response) {
    Instant now = clock.instant();
    List<Member> members = family.members(resident);
    Map<String, List<String>> fields = FormFields.read(forms.questionnaire(FORM, now), parameters);
    try {
      for (Member member : chosen(members, who)) {
        SelfDeclaring.Sent sent =
            declaring.send(
                keyOf(key, member),
                FORM,
                fields,
                who(resident, members, member),
                resident.phone(),
                now);
        if (sent.submitted() == null) {
          response.setStatus(Refusal.Kind.INVALID.status());
          var asked = new FormPage.Asked(FORM, sent.response(), fields, sent.faults(), null, false);
          return show(resident, who, key, asked, sent.faults().size(), model, language);
        }
      }
      return sent(chosen(members, who), model);
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      var asked =
          new FormPage.Asked(
              FORM, forms.read(FORM, fields, now).response(), fields, List.of(), null, false);
      return show(resident, who, key, asked, 0, model, language);
    }
  }

  private static String sent(List<Member> sent, Model model) {
    UriComponentsBuilder page = UriComponentsBuilder.fromPath("/residents/declarations");
    Object at = model.getAttribute("at");
    if (at != null) {
      page.queryParam("at", at);
    }
    sent.forEach(member -> page.queryParam("sent", member.id()));
    return "redirect:" + page.toUriString();
  }

  private String people(Resident resident, List<Member> members, List<UUID> sent, Model model) {
    List<Standing> all = standings.of(resident, members, clock.instant());
    Predicate<Standing> declared = one -> one.state() != null;
    List<Standing> told =
        all.stream().filter(declared).filter(one -> sent.contains(one.member().id())).toList();
    model.addAttribute("declared", all.stream().filter(declared).toList());
    model.addAttribute("undeclared", all.stream().filter(declared.negate()).toList());
    model.addAttribute("told", told);
    told.stream()
        .max(Comparator.comparing(Standing::declaredAt))
        .ifPresent(last -> model.addAttribute("toldAt", last.declaredAt()));
    told.stream()
        .min(Comparator.comparing(Standing::until))
        .ifPresent(first -> model.addAttribute("toldUntil", first.until()));
    model.addAttribute("key", UUID.randomUUID());
    return "residents/declarations";
  }

  private String show(
      Resident resident,
      List<UUID> who,
      UUID key,
      FormPage.Asked asked,
      int faults,
      Model model,
      Locale language) {
    Instant now = clock.instant();
    List<FormLine> lines = page.lines(asked, language, now);
    model.addAttribute("title", page.title(FORM, language, now));
    model.addAttribute("members", family.members(resident));
    model.addAttribute("who", who);
    model.addAttribute("key", key);
    model.addAttribute("lines", lines);
    model.addAttribute("meant", List.of());
    model.addAttribute("faults", faults);
    return "residents/declare";
  }

  private FamilyDeclaring.Who who(Resident resident, List<Member> members, Member member) {
    return new FamilyDeclaring.Who(
        member.person(),
        member.self() ? null : (Long) members.getFirst().person(),
        member.name(),
        member.birthYear(),
        member.sex(),
        accounts.phone(resident),
        member.unit(),
        member.address());
  }

  private static List<Member> chosen(List<Member> members, List<UUID> who) {
    List<Member> chosen = members.stream().filter(one -> who.contains(one.id())).toList();
    if (chosen.isEmpty()) {
      throw Refusal.invalid("residents.refused.nobody-chosen");
    }
    return chosen;
  }

  /** One for each, from the page's own, so that sending twice is sending once. */
  private static UUID keyOf(UUID key, Member member) {
    return UUID.nameUUIDFromBytes((key + " " + member.id()).getBytes(StandardCharsets.UTF_8));
  }
}
