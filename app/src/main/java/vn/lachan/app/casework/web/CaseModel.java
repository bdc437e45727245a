package vn.lachan.app.casework.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.casework.BulkAnswer;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.casework.CaseContactFilter;
import vn.lachan.app.casework.CaseMap;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.CaseViews;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.CaseworkSettings;
import vn.lachan.app.casework.Selection;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.tracing.ExposingPlace;

/** Puts what the parts of a case's page need into the model. */
@Component
class CaseModel {
  private final Cases cases;
  private final CaseViews views;
  private final Places places;
  private final CaseWords words;
  private final CaseworkSettings settings;

  CaseModel(
      Cases cases, CaseViews views, Places places, CaseWords words, CaseworkSettings settings) {
    this.cases = cases;
    this.views = views;
    this.places = places;
    this.words = words;
    this.settings = settings;
  }

  /** The head of the page and what may be done on it. */
  CaseView head(Actor actor, UUID caseId, ListAddress address, Model model) {
    CaseView view = cases.get(actor, caseId);
    model.addAttribute("file", view);
    model.addAttribute("heading", words.caseNumber(view.number()));
    model.addAttribute("caseId", caseId);
    model.addAttribute("views", ListAddress.VIEWS);
    model.addAttribute("province", words.province(view.unit()));
    model.addAttribute("address", address);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("mayExport", actor.may(Permission.CASES_EXPORT));
    model.addAttribute("purposes", Purpose.values());
    return view;
  }

  void list(Actor actor, UUID caseId, ListAddress address, Model model) {
    CaseContactFilter filter = address.filter();
    Page<CaseContact> page =
        cases.contacts(actor, caseId, filter, address.after(), Limits.PAGE_ROWS);
    model.addAttribute("caseId", caseId);
    model.addAttribute("address", address);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute(
        "lines", page.rows().stream().map(row -> ContactLine.of(row, words)).toList());
    model.addAttribute("next", page.next());
    model.addAttribute("count", cases.count(actor, caseId, filter));
    model.addAttribute("bulkRows", settings.bulkRows());
    model.addAttribute("placeNames", placeNames(actor, caseId));
    chosen(filter, model);
  }

  void contact(Actor actor, UUID caseId, UUID person, ListAddress address, Model model) {
    model.addAttribute("caseId", caseId);
    model.addAttribute("address", address);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("view", cases.contact(actor, caseId, person));
  }

  /** The places of the index case by public id, most contacts first, to filter by. */
  private Map<UUID, String> placeNames(Actor actor, UUID caseId) {
    Map<UUID, String> names = new LinkedHashMap<>();
    CaseMap map = views.map(actor, caseId);
    for (ExposingPlace each : map.places()) {
      PlaceCard card = map.cards().get(each.place());
      if (card != null) {
        names.put(card.publicId(), card.name());
      }
    }
    return names;
  }

  /** How many are chosen, for what is only read. */
  BulkAnswer chosen(Actor actor, UUID caseId, Selection selection) {
    CaseContactFilter filter = selection.filter();
    int count =
        filter == null ? selection.persons().size() : cases.count(actor, caseId, filter).all();
    if (count == 0) {
      throw Refusal.invalid("casework.refused.nobody-chosen");
    }
    return new BulkAnswer(null, count, count, 0, Map.of());
  }

  /** The names of what a filter names by an id. */
  private void chosen(CaseContactFilter filter, Model model) {
    if (filter.place() != null) {
      places
          .byPublicId(filter.place())
          .ifPresent(
              card -> {
                model.addAttribute("chosenPlace", card.name());
                model.addAttribute("chosenPlaceId", card.publicId());
              });
    }
    if (filter.unit() != null) {
      model.addAttribute("chosenUnit", words.path(filter.unit()));
    }
  }
}
