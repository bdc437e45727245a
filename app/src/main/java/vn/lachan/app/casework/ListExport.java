package vn.lachan.app.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.People;
import vn.lachan.app.tracing.ContactFilter;

/** Takes a list out of the program with identity: one act, written before the first row leaves. */
@Component
class ListExport {
  private final CaseReading cases;
  private final ContactReading contacts;
  private final ContactChoice choice;
  private final People people;
  private final Audit audit;
  private final CaseworkSettings settings;

  ListExport(
      CaseReading cases,
      ContactReading contacts,
      ContactChoice choice,
      People people,
      Audit audit,
      CaseworkSettings settings) {
    this.cases = cases;
    this.contacts = contacts;
    this.choice = choice;
    this.people = people;
    this.audit = audit;
    this.settings = settings;
  }

  CaseExport export(
      Actor actor, UUID caseId, Selection selection, boolean named, String purpose, Instant now) {
    actor.require(named ? Permission.CASES_EXPORT : Permission.CASES_READ);
    StoredCase stored = cases.visible(actor, caseId);
    List<CaseContact> rows = all(actor, stored, choice.filter(actor, stored, selection));
    if (rows.size() > settings.exportRows()) {
      throw Refusal.invalid("casework.refused.export-too-large", settings.exportRows());
    }
    List<Long> persons = rows.stream().map(row -> row.contact().person()).toList();
    Map<Long, Identity> identities =
        named ? people.openAll(actor, persons, purpose, stored.number()) : Map.of();
    CaseContactFilter asked = selection.filter();
    audit.record(
        new Act(
            actor.account(),
            named ? "casework.export" : "casework.export-masked",
            purpose,
            stored.number(),
            asked == null ? "chosen" : asked.toString(),
            rows.size(),
            List.of()));
    return new Opened(actor.name(), purpose, named, stored.number(), now, rows, identities);
  }

  private List<CaseContact> all(Actor actor, StoredCase stored, ContactFilter filter) {
    List<CaseContact> rows = new ArrayList<>();
    String after = null;
    do {
      Page<CaseContact> page = contacts.page(actor, stored, filter, after, Limits.PAGE_ROWS_MOST);
      rows.addAll(page.rows());
      after = page.next();
    } while (after != null && rows.size() <= settings.exportRows());
    return rows;
  }

  /** The rows are in memory, bounded by the limit, because their act must be written before. */
  private record Opened(
      String reader,
      String purpose,
      boolean named,
      long caseNumber,
      Instant at,
      List<CaseContact> contacts,
      Map<Long, Identity> identities)
      implements CaseExport {
    @Override
    public int rows() {
      return contacts.size();
    }

    @Override
    public void forEach(Consumer<ExportRow> row) {
      for (CaseContact contact : contacts) {
        @Nullable Identity identity = identities.get(contact.contact().person());
        row.accept(new ExportRow(contact, identity));
      }
    }

    @Override
    public String toString() {
      return "Opened[" + caseNumber + "]";
    }
  }
}
