package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.ImportField;
import vn.lachan.app.places.ImportPlan;
import vn.lachan.app.places.ImportRow;
import vn.lachan.app.places.ImportView;
import vn.lachan.app.places.PlaceImports;
import vn.lachan.app.program.Jobs;

/** Many places from one table: upload, columns, run, correct, undo. */
@Requires(Permission.PLACES_REGISTER)
@Controller
class ImportPages {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final PlaceImports imports;
  private final Jobs jobs;
  private final ImportWords words;
  private final Clock clock;

  ImportPages(PlaceImports imports, Jobs jobs, ImportWords words, Clock clock) {
    this.imports = imports;
    this.jobs = jobs;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/places/imports")
  String list(Actor actor, Model model) {
    model.addAttribute("imports", imports.list(actor));
    return "places/imports";
  }

  @PostMapping("/places/imports")
  String upload(
      Actor actor, @RequestParam MultipartFile file, Model model, HttpServletResponse response)
      throws IOException {
    try {
      String name = file.getOriginalFilename();
      UUID id = imports.upload(actor, name == null ? "" : name, file.getBytes(), clock.instant());
      return "redirect:/places/imports/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return list(actor, model);
    }
  }

  @GetMapping("/places/imports/{id}")
  String page(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer sheet,
      @RequestParam(required = false) @Nullable Integer header,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String after,
      Model model) {
    ImportView view = imports.get(actor, id);
    if (view.isStarted()) {
      return progress(actor, view, state, after, model);
    }
    @Nullable ImportPlan changed = ImportForm.changed(sheet, header);
    return draft(actor, id, changed, model);
  }

  /** Keeps how the table is read; shows it so, or begins. */
  @PostMapping("/places/imports/{id}/plan")
  String plan(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String then,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    ImportForm form = ImportForm.of(request);
    try {
      imports.plan(actor, id, form.plan(), form.typeWords(), clock.instant());
      if (then.equals("run")) {
        imports.run(actor, id, clock.instant());
      }
      return "redirect:/places/imports/" + id;
    } catch (Refusal refusal) {
      if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
        throw refusal;
      }
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return draft(actor, id, form.plan(), model);
    }
  }

  @PostMapping("/places/imports/{id}/resume")
  String resume(Actor actor, @PathVariable UUID id) {
    imports.resume(actor, id, clock.instant());
    return "redirect:/places/imports/" + id;
  }

  @PostMapping("/places/imports/{id}/rows/{line}")
  String correct(
      Actor actor,
      @PathVariable UUID id,
      @PathVariable int line,
      HttpServletRequest request,
      Model model) {
    ImportRow row = imports.correct(actor, id, line, ImportForm.texts(request), clock.instant());
    if (request.getHeader("HX-Request") == null) {
      return "redirect:/places/imports/" + id;
    }
    model.addAttribute("id", id);
    model.addAttribute("row", row);
    return "places/import-row :: row";
  }

  /** An act, because contacts of owners leave the program with it. */
  @PostMapping("/places/imports/{id}/wrong.xlsx")
  void wrong(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    imports.get(actor, id);
    response.setContentType(XLSX);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("dong-can-sua.xlsx").build().toString());
    imports.writeWrong(actor, id, words, response.getOutputStream(), clock.instant());
  }

  @PostMapping("/places/imports/{id}/corrected")
  String corrected(
      Actor actor,
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      HttpServletResponse response,
      RedirectAttributes flash,
      Model model)
      throws IOException {
    try {
      imports.correctAll(actor, id, file.getBytes(), clock.instant());
      flash.addFlashAttribute("notice", "places.import.done.corrected");
      return "redirect:/places/imports/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return progress(actor, imports.get(actor, id), null, null, model);
    }
  }

  @PostMapping("/places/imports/{id}/undo")
  String undo(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
    imports.undo(actor, id, clock.instant());
    flash.addFlashAttribute("notice", "places.import.done.undone");
    return "redirect:/places/imports/" + id;
  }

  private String draft(Actor actor, UUID id, @Nullable ImportPlan plan, Model model) {
    model.addAttribute("draft", imports.draft(actor, id, plan, clock.instant()));
    model.addAttribute("fields", ImportField.values());
    return "places/import-map";
  }

  private String progress(
      Actor actor, ImportView view, @Nullable String state, @Nullable String after, Model model) {
    ImportRow.State shown = ImportForm.state(state);
    model.addAttribute("view", view);
    model.addAttribute("id", view.id());
    model.addAttribute("state", shown);
    model.addAttribute("after", after);
    model.addAttribute(
        "page", imports.rows(actor, view.id(), shown, after, Limits.PAGE_ROWS, clock.instant()));
    if (view.job() != null) {
      jobs.find(view.job()).ifPresent(job -> model.addAttribute("job", job));
    }
    return "places/import";
  }
}
