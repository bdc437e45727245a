package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.engine.tracing.ContactClass;

/** What changed since a look, as rows and figures. */
@Component
@Transactional
class NewsReading implements TraceNews {
  private final TraceTable traces;
  private final LookTable looks;
  private final People people;
  private final TracingSettings settings;

  NewsReading(TraceTable traces, LookTable looks, People people, TracingSettings settings) {
    this.traces = traces;
    this.looks = looks;
    this.people = people;
    this.settings = settings;
  }

  @Override
  public NewSince look(Actor actor, UUID trace, Instant now) {
    long number = visible(actor, trace);
    looks.look(number, actor.account(), settings.lookPause(), now);
    return looks.sincePrevious(number, actor.account());
  }

  @Override
  public void seen(Actor actor, UUID trace, Instant now) {
    looks.seen(visible(actor, trace), actor.account(), now);
  }

  @Override
  @Transactional(readOnly = true)
  public List<ChangedContact> changed(Actor actor, UUID trace, int rows) {
    List<LookTable.Changed> found =
        looks.changed(visible(actor, trace), actor.account(), Limits.pageRows(rows));
    Map<Long, MaskedPerson> masked =
        people.masked(found.stream().map(LookTable.Changed::person).toList());
    List<ChangedContact> shown = new ArrayList<>();
    for (LookTable.Changed changed : found) {
      MaskedPerson person = masked.get(changed.person());
      if (person != null) {
        shown.add(contact(changed, person));
      }
    }
    return shown;
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, NewSince> since(long account, Collection<Long> subjects) {
    return subjects.isEmpty() ? Map.of() : looks.sinceSeen(account, subjects);
  }

  private static ChangedContact contact(LookTable.Changed changed, MaskedPerson person) {
    return new ChangedContact(
        person.publicId(),
        person.name(),
        ChangedContact.Kind.valueOf(changed.kind()),
        changed.cause(),
        changed.at(),
        changed.generation(),
        changed.casual() ? ContactClass.CASUAL : ContactClass.CLOSE,
        changed.minutes());
  }

  @Override
  public long latest() {
    return looks.latest();
  }

  @Override
  public Map<Long, NewSince> after(long change, Collection<Long> subjects) {
    return subjects.isEmpty() ? Map.of() : looks.after(change, subjects);
  }

  private long visible(Actor actor, UUID trace) {
    return traces
        .inReach(actor.require(Permission.CASES_READ), trace)
        .map(StoredTrace::number)
        .orElseThrow(() -> Refusal.notFound("tracing.refused.not-found"));
  }
}
