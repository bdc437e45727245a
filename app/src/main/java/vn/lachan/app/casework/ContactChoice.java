package vn.lachan.app.casework;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.ContactFilter;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.tracing.Traces;

/** Turns what somebody chose into contacts of the trace. */
@Component
class ContactChoice {
  private final ContactReading contacts;
  private final Traces traces;
  private final People people;

  ContactChoice(ContactReading contacts, Traces traces, People people) {
    this.contacts = contacts;
    this.traces = traces;
    this.people = people;
  }

  /** The contacts, in the order of their risk; {@code asked} counts those who are none too. */
  record Chosen(int asked, List<ContactRow> rows) {}

  Chosen of(Actor actor, StoredCase stored, Selection selection, int most) {
    ContactFilter filter = filter(actor, stored, selection);
    int asked =
        selection.filter() == null
            ? selection.persons().size()
            : traces.count(actor, stored.number(), filter).all();
    if (asked == 0) {
      throw Refusal.invalid("casework.refused.nobody-chosen");
    }
    if (asked > most) {
      throw Refusal.invalid("casework.refused.too-many-chosen", most);
    }
    return new Chosen(asked, traces.contacts(actor, stored.number(), filter, null, most).rows());
  }

  /** The choice as a filter in the trace's own numbers. */
  ContactFilter filter(Actor actor, StoredCase stored, Selection selection) {
    CaseContactFilter asked = selection.filter();
    if (asked != null) {
      return contacts.filter(actor, stored, asked);
    }
    Map<Long, Long> canonical = people.canonical(people.byPublicIds(selection.persons()).values());
    Set<Long> only = new HashSet<>(canonical.values());
    return new ContactFilter(
        null, null, null, null, null, 0, null, null, only, Set.of(), ContactFilter.Order.RISK);
  }
}
