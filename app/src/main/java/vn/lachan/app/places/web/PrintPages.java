package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlacePrints;
import vn.lachan.app.places.PrintLayout;
import vn.lachan.app.program.Jobs;

/** Posters of many places, chosen by the filters of the list or as one import. */
@Requires(Permission.PLACES_READ)
@Controller
class PrintPages {
  private final PlacePrints prints;
  private final PlaceAddress addresses;
  private final Jobs jobs;
  private final Clock clock;

  PrintPages(PlacePrints prints, PlaceAddress addresses, Jobs jobs, Clock clock) {
    this.prints = prints;
    this.addresses = addresses;
    this.jobs = jobs;
    this.clock = clock;
  }

  @GetMapping("/places/prints")
  String list(Actor actor, Model model) {
    model.addAttribute("prints", prints.list(actor));
    return "places/prints";
  }

  @GetMapping("/places/prints/new")
  String choose(
      Actor actor,
      FilterForm form,
      @RequestParam(name = "import", required = false) @Nullable UUID ofImport,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("form", form);
    model.addAttribute("ofImport", ofImport);
    model.addAttribute("count", prints.count(actor, form.filter(), ofImport));
    model.addAttribute("most", prints.most());
    model.addAttribute("layouts", PrintLayout.values());
    model.addAttribute("address", addresses.base(request));
    model.addAttribute("doubtful", addresses.isDoubtful(request));
    return "places/print-new";
  }

  @PostMapping("/places/prints")
  String start(
      Actor actor,
      FilterForm form,
      @RequestParam(name = "import", required = false) @Nullable UUID ofImport,
      @RequestParam(defaultValue = "poster") String layout,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      UUID id =
          prints.start(
              actor,
              form.filter(),
              ofImport,
              PrintLayout.of(layout),
              addresses.base(request),
              clock.instant());
      return "redirect:/places/prints/" + id;
    } catch (Refusal refusal) {
      response.setStatus(refusal.kind().status());
      model.addAttribute("refusal", refusal);
      return choose(actor, form, ofImport, request, model);
    }
  }

  @GetMapping("/places/prints/{id}")
  String page(Actor actor, @PathVariable UUID id, Model model) {
    PlacePrints.Print print = prints.get(actor, id);
    model.addAttribute("print", print);
    if (print.job() != null) {
      jobs.find(print.job()).ifPresent(job -> model.addAttribute("job", job));
    }
    return "places/print";
  }

  @GetMapping("/places/prints/{id}/posters.pdf")
  void file(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
    if (!prints.get(actor, id).ready()) {
      throw Refusal.conflict("places.print.refused.not-ready");
    }
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("ap-phich.pdf").build().toString());
    prints.write(actor, id, response.getOutputStream());
  }
}
