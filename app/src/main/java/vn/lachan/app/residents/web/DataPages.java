package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.kernel.Open;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.privacy.RequestKind;
import vn.lachan.app.privacy.web.AccessJson;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.OwnData;
import vn.lachan.app.residents.Resident;

/** My data: what is held, who read it, what I ask about it. */
@Controller
@Open("residents sign in by their own cookie")
@RequestMapping("/residents/data")
class DataPages {
  private static final List<String> ACTIVITIES =
      List.of("residents", "people", "visits", "tracing", "casework", "privacy", "audit");

  private final Family family;
  private final OwnData data;
  private final OwnJson json;
  private final AccessJson wholeJson;
  private final OwnPdf pdf;
  private final Clock clock;

  DataPages(
      Family family, OwnData data, OwnJson json, AccessJson wholeJson, OwnPdf pdf, Clock clock) {
    this.family = family;
    this.data = data;
    this.json = json;
    this.wholeJson = wholeJson;
    this.pdf = pdf;
    this.clock = clock;
  }

  @GetMapping
  String people(Resident resident, Model model) {
    model.addAttribute("members", family.members(resident));
    model.addAttribute("activities", ACTIVITIES);
    return "residents/data";
  }

  @GetMapping("/{id}")
  String person(Resident resident, @PathVariable UUID id, Model model) {
    model.addAttribute("file", data.file(resident, id, clock.instant()));
    return "residents/data-person";
  }

  @PostMapping("/{id}/file.json")
  ResponseEntity<byte[]> json(Resident resident, @PathVariable UUID id) {
    return file("du-lieu-cua-toi.json", MediaType.APPLICATION_JSON)
        .body(json.write(data.takeAway(resident, id, clock.instant())));
  }

  @PostMapping("/{id}/file.pdf")
  ResponseEntity<byte[]> pdf(Resident resident, @PathVariable UUID id, Locale language) {
    return file("du-lieu-cua-toi.pdf", MediaType.APPLICATION_PDF)
        .body(pdf.write(data.takeAway(resident, id, clock.instant()), language));
  }

  /** Everything, once an officer made sure who asks and granted it. */
  @PostMapping("/{id}/requests/{request}/file.json")
  ResponseEntity<byte[]> answerJson(
      Resident resident, @PathVariable UUID id, @PathVariable UUID request) {
    return file("toan-bo-du-lieu.json", MediaType.APPLICATION_JSON)
        .body(wholeJson.write(data.answer(resident, id, request, clock.instant())));
  }

  @PostMapping("/{id}/requests/{request}/file.pdf")
  ResponseEntity<byte[]> answerPdf(
      Resident resident, @PathVariable UUID id, @PathVariable UUID request, Locale language) {
    return file("toan-bo-du-lieu.pdf", MediaType.APPLICATION_PDF)
        .body(pdf.write(data.answer(resident, id, request, clock.instant()), language));
  }

  @GetMapping("/{id}/request")
  String request(
      Resident resident,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "CORRECTION") RequestKind kind,
      Model model) {
    return form(resident, id, kind, model);
  }

  @PostMapping("/{id}/request")
  String ask(
      Resident resident,
      @PathVariable UUID id,
      @RequestParam RequestKind kind,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(defaultValue = "false") boolean formal,
      Model model,
      HttpServletResponse response) {
    try {
      data.ask(resident, id, kind, text, formal, clock.instant());
      return "redirect:/residents/data/" + id + "#requests";
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      model.addAttribute("text", text);
      return form(resident, id, kind, model);
    }
  }

  private String form(Resident resident, UUID id, RequestKind kind, Model model) {
    model.addAttribute("member", family.member(resident, id));
    model.addAttribute("kinds", RequestKind.values());
    model.addAttribute("kind", kind);
    return "residents/request";
  }

  private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString());
  }
}
