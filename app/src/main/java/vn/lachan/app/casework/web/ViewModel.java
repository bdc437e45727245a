package vn.lachan.app.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.casework.CaseGraph;
import vn.lachan.app.casework.CaseMap;
import vn.lachan.app.casework.CaseTimeline;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.CaseViews;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.MapSettings;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ExposingPlace;

/** Puts what a drawn view of a case needs into the model. */
@Component
class ViewModel {
  private static final String WRONG = "casework.refused.filter";

  private final CaseViews views;
  private final CaseWords words;
  private final DayDrawing drawing;
  private final MapSettings mapSettings;
  private final ProgramSettings program;

  ViewModel(
      CaseViews views,
      CaseWords words,
      DayDrawing drawing,
      MapSettings mapSettings,
      ProgramSettings program) {
    this.views = views;
    this.words = words;
    this.drawing = drawing;
    this.mapSettings = mapSettings;
    this.program = program;
  }

  void graph(Actor actor, CaseView file, ListAddress address, Model model) {
    CaseGraph graph = views.graph(actor, file.publicId(), "CLOSE".equals(address.get("class")));
    model.addAttribute("graph", graph);
    model.addAttribute("graphRows", GraphRows.of(graph, words));
    model.addAttribute("graphRowsMost", GraphRows.MOST);
  }

  /** By place where the address names one, by person where it names a contact. */
  void timeline(Actor actor, CaseView file, ListAddress address, Model model) {
    UUID place = Typed.id(address.get("place"), WRONG);
    UUID person = place == null ? Typed.id(address.get("who"), WRONG) : null;
    CaseTimeline timeline = views.timeline(actor, file.publicId(), place, person);
    CaseMap map = views.map(actor, file.publicId());
    model.addAttribute("timeline", timeline.timeline());
    model.addAttribute("persons", timeline.persons());
    model.addAttribute("cards", timeline.places());
    model.addAttribute("choice", timeline.choice());
    model.addAttribute("exposing", map.places());
    model.addAttribute("exposingCards", map.cards());
    model.addAttribute(
        "chart",
        drawing.draw(file.trace().window(), timeline, words.name(file.person()), place != null));
  }

  void map(Actor actor, CaseView file, ListAddress address, Model model) {
    CaseMap map = views.map(actor, file.publicId());
    model.addAttribute("map", map);
    model.addAttribute("exposing", map.places());
    model.addAttribute("cards", map.cards());
    model.addAttribute("tiles", mapSettings);
    model.addAttribute("days", days(map));
    UUID place = Typed.id(address.get("place"), WRONG);
    if (place != null) {
      place(actor, file.publicId(), place, model);
    }
  }

  /** The days on which the index case was somewhere, in their order. */
  private List<LocalDate> days(CaseMap map) {
    return map.stays().stream()
        .map(stay -> stay.from().atZone(program.zone()).toLocalDate())
        .distinct()
        .toList();
  }

  /** What happened at one place, beside the map. */
  void place(Actor actor, UUID caseId, UUID place, Model model) {
    CaseTimeline timeline = views.timeline(actor, caseId, place, null);
    ExposingPlace figures =
        views.map(actor, caseId).places().stream()
            .filter(
                each -> {
                  var card = timeline.places().get(each.place());
                  return card != null && card.publicId().equals(place);
                })
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("casework.refused.place"));
    model.addAttribute("at", timeline.places().get(figures.place()));
    model.addAttribute("atFigures", figures);
    model.addAttribute("atTimeline", timeline.timeline());
    model.addAttribute("atPersons", timeline.persons());
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
  }
}
