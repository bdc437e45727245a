package vn.lachan.app.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.casework.PersonInCase;
import vn.lachan.app.declarations.DeclarationOffice;
import vn.lachan.app.declarations.FormTexts;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.NationalCodes;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonFile;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.privacy.AccessFile.Withheld;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.ContactRow;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.Visit;

/** Puts the answer to a request for access together, in one transaction with its act. */
@Component
public class AccessFiles {
  private static final Locale LETTER = Locale.forLanguageTag("vi");

  private final RequestTable requests;
  private final PersonData persons;
  private final Readings readings;
  private final People people;
  private final NationalCodes nationalCodes;
  private final Places places;
  private final VisitStore visits;
  private final DeclarationOffice declarations;
  private final FormTexts texts;
  private final Audit audit;
  private final PrivacySettings settings;
  private final ZoneId zone;

  AccessFiles(
      RequestTable requests,
      PersonData persons,
      Readings readings,
      People people,
      NationalCodes nationalCodes,
      Places places,
      VisitStore visits,
      DeclarationOffice declarations,
      FormTexts texts,
      Audit audit,
      PrivacySettings settings,
      ProgramSettings program) {
    this.requests = requests;
    this.persons = persons;
    this.readings = readings;
    this.people = people;
    this.nationalCodes = nationalCodes;
    this.places = places;
    this.visits = visits;
    this.declarations = declarations;
    this.texts = texts;
    this.audit = audit;
    this.settings = settings;
    this.zone = program.zone();
  }

  /**
   * The answer to a request for access that was granted; PRIVACY_MANAGE and PEOPLE_OPEN.
   *
   * @throws Refusal {@code privacy.refused.no-access-file} where the request is another or was not
   *     granted
   */
  @Transactional
  public AccessFile make(Actor actor, UUID request, Instant now) {
    Whole.require(actor);
    StoredRequest stored = requests.find(request).orElseThrow(PersonRequests::notFound);
    Long person = stored.person();
    boolean granted = stored.outcome() == Outcome.GRANTED || stored.outcome() == Outcome.PARTLY;
    if (stored.kind() != RequestKind.ACCESS || !granted || person == null) {
      throw Refusal.conflict("privacy.refused.no-access-file");
    }
    Identity identity =
        people.open(actor, person, Purpose.REQUEST.because("YC-" + stored.number()), null);
    audit.record(PersonRequests.act(actor, "privacy.access-file", stored));
    List<Long> records = persons.records(person);
    PersonFile file = people.file(actor, person, now);
    List<AccessFile.InCase> cases = cases(person);
    return new AccessFile(
        stored.number(),
        now,
        identity,
        file.records(),
        nationalCodes.held(records),
        file.household().size(),
        visits(records, now),
        declared(records),
        cases,
        asked(records),
        readings.of(records, stored.formal()),
        withheld(cases, file.household().size(), stored.formal()));
  }

  /**
   * The same for whoever sent the request from the app, where the officer who made sure found that
   * it is about the record that the app answers for.
   *
   * @throws Refusal {@code privacy.refused.answer-at-office} where it is another; as {@link #make}
   */
  AccessFile forRequester(UUID request, long record, Instant now) {
    StoredRequest stored = requests.find(request).orElseThrow(PersonRequests::notFound);
    Long person = stored.person();
    if (person != null && persons.canonical(person) != persons.canonical(record)) {
      throw Refusal.conflict("privacy.refused.answer-at-office");
    }
    return make(Actor.program(), request, now);
  }

  private List<AccessFile.OwnVisit> visits(List<Long> records, Instant now) {
    long from = now.minus(Duration.ofDays(settings.visitDays())).getEpochSecond();
    long to = now.plus(Duration.ofDays(1)).getEpochSecond();
    List<Visit> found =
        visits
            .ofPersons(records.stream().map(record -> new PersonWindow(record, from, to)).toList())
            .stream()
            .sorted(Comparator.comparingLong(Visit::enteredAt).reversed())
            .limit(settings.visitRows())
            .toList();
    Map<Long, PlaceCard> cards =
        found.isEmpty()
            ? Map.of()
            : places.cards(found.stream().map(Visit::place).distinct().toList());
    return found.stream()
        .map(
            visit ->
                new AccessFile.OwnVisit(
                    cards.get(visit.place()),
                    Instant.ofEpochSecond(visit.enteredAt()),
                    Instant.ofEpochSecond(visit.leftAt()),
                    visit.departureInferred()))
        .toList();
  }

  /** In Vietnamese, as the letter is. */
  private List<AccessFile.OwnDeclaration> declared(List<Long> records) {
    return declarations.ofPersons(records, settings.visitRows()).stream()
        .map(
            opened ->
                new AccessFile.OwnDeclaration(
                    opened.row().number(),
                    opened.row().form(),
                    opened.row().declaredAt(),
                    opened.row().way(),
                    opened.row().level(),
                    opened.row().place(),
                    texts.answers(opened, LETTER)))
        .toList();
  }

  private List<AccessFile.InCase> cases(long person) {
    return persons.cases(person).stream().map(this::inCase).toList();
  }

  private AccessFile.InCase inCase(PersonInCase one) {
    ContactRow contact = one.contact();
    return new AccessFile.InCase(
        one.isCase() ? (Long) one.caseNumber() : null,
        one.disease(),
        one.openedAt(),
        one.closedAt(),
        one.facts(),
        contact == null ? null : contact.contactClass(),
        contact == null ? null : (Integer) contact.generation(),
        contact == null ? null : LocalDate.ofInstant(contact.lastAt(), zone),
        !one.isCase() && (contact == null || contact.withdrawal() != null),
        one.state());
  }

  private List<AccessFile.Asked> asked(List<Long> records) {
    return requests.ofPersons(records).stream()
        .map(
            stored ->
                new AccessFile.Asked(
                    stored.number(), stored.kind(), stored.receivedAt(), stored.outcome()))
        .toList();
  }

  private static List<Withheld> withheld(
      List<AccessFile.InCase> cases, int household, boolean formal) {
    List<Withheld> kept = new ArrayList<>();
    if (cases.stream().anyMatch(one -> one.facts() == null)) {
      kept.add(Withheld.SOURCE);
      kept.add(Withheld.EXPOSURE);
    }
    if (!cases.isEmpty()) {
      kept.add(Withheld.NOTES);
    }
    if (household > 0) {
      kept.add(Withheld.HOUSEHOLD);
    }
    if (!formal) {
      kept.add(Withheld.OFFICERS);
    }
    kept.add(Withheld.PURPOSE_NOTES);
    return kept;
  }
}
