package vn.lachan.app.casework.web;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.casework.CaseViews;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;

/** What the graph and the map of a case are drawn from, for our pages and for other programs. */
@RestController
class ViewData {
  private final CaseViews views;
  private final CaseWords words;
  private final Formats formats;
  private final ProgramSettings program;

  ViewData(CaseViews views, CaseWords words, Formats formats, ProgramSettings program) {
    this.views = views;
    this.words = words;
    this.formats = formats;
    this.program = program;
  }

  /** {@code class=CLOSE} leaves casual contacts out. */
  @Requires(Permission.CASES_READ)
  @GetMapping({"/casework/{caseId}/graph", "/api/v1/casework/cases/{caseId}/graph"})
  GraphJson graph(
      Actor actor,
      @PathVariable UUID caseId,
      @RequestParam(name = "class", defaultValue = "") String contactClass) {
    return GraphJson.of(views.graph(actor, caseId, contactClass.equals("CLOSE")), words, formats);
  }

  @Requires(Permission.CASES_READ)
  @GetMapping({"/casework/{caseId}/map", "/api/v1/casework/cases/{caseId}/map"})
  MapJson map(Actor actor, @PathVariable UUID caseId) {
    return MapJson.of(views.map(actor, caseId), words, formats, program.zone());
  }
}
