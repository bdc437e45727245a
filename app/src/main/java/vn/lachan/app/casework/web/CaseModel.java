package vn.lachan.app.casework.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.casework.CaseContactFilter;
import vn.lachan.app.casework.CaseView;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.Places;

/** Puts what the parts of a case's page need into the model. */
@Component
class CaseModel {
  private final Cases cases;
  private final Places places;
  private final CaseWords words;

  CaseModel(Cases cases, Places places, CaseWords words) {
    this.cases = cases;
    this.places = places;
    this.words = words;
  }

  /** The head of the page and what may be done on it. */
  CaseView head(Actor actor, UUID caseId, ListAddress address, Model model) {
    CaseView view = cases.get(actor, caseId);
    model.addAttribute("file", view);
    model.addAttribute("heading", words.caseNumber(view.number()));
    model.addAttribute("caseId", caseId);
    model.addAttribute("views", ListAddress.VIEWS);
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
    chosen(filter, model);
  }

  void contact(Actor actor, UUID caseId, UUID person, ListAddress address, Model model) {
    model.addAttribute("caseId", caseId);
    model.addAttribute("address", address);
    model.addAttribute("mayWrite", actor.may(Permission.CASES_WRITE));
    model.addAttribute("mayOpen", actor.may(Permission.PEOPLE_OPEN));
    model.addAttribute("view", cases.contact(actor, caseId, person));
  }

  /** The names of what a filter names by an id. */
  private void chosen(CaseContactFilter filter, Model model) {
    if (filter.place() != null) {
      places
          .byPublicId(filter.place())
          .ifPresent(card -> model.addAttribute("chosenPlace", card.name()));
    }
    if (filter.unit() != null) {
      model.addAttribute("chosenUnit", words.path(filter.unit()));
    }
  }
}
