package vn.lachan.app.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * What persons ask about their own data: taking it in, and reading it. The steps after that are
 * those of {@link RequestSteps}. Everything typed is sealed; opening it is an act.
 */
@Component
public class PersonRequests {
  static final String NAME = "name";
  static final String CONTACT = "contact";

  /** What a phone is proved for on the resident's page. */
  public static final String PROOF = "privacy";

  private static final Duration SOON = Duration.ofDays(3);

  private final RequestTable requests;
  private final RequestClocks clocks;
  private final Receipts receipts;
  private final SealedTexts texts;
  private final Steps steps;
  private final PersonData persons;
  private final People people;
  private final Audit audit;

  PersonRequests(
      RequestTable requests,
      RequestClocks clocks,
      Receipts receipts,
      SealedTexts texts,
      Steps steps,
      PersonData persons,
      People people,
      Audit audit) {
    this.requests = requests;
    this.clocks = clocks;
    this.receipts = receipts;
    this.texts = texts;
    this.steps = steps;
    this.persons = persons;
    this.people = people;
    this.audit = audit;
  }

  /**
   * A request that came to the counter, by phone or by letter; PRIVACY_MANAGE.
   *
   * @throws Refusal {@code privacy.refused.name}, {@code privacy.refused.contact}, {@code
   *     privacy.refused.received-at}, {@code privacy.refused.text-too-long}
   */
  @Transactional
  public UUID receive(Actor actor, NewRequest request, Instant now) {
    Whole.require(actor);
    UUID id = store(request, null, actor.account(), now);
    audit.record(Act.on(actor.account(), "privacy.receive", request.kind().name()));
    return id;
  }

  /**
   * A request sent by whoever proved a phone. The answer is the same whether or not the phone is
   * known: a receipt by which they ask how it stands.
   */
  @Inside("the proof of the phone is the right")
  @Transactional
  public String receiveOnline(
      PhoneProof proof, RequestKind kind, String name, @Nullable String text, Instant now) {
    if (!proof.purpose().equals(PROOF)) {
      throw Refusal.forbidden("privacy.refused.proof");
    }
    String receipt = receipts.make();
    var request =
        new NewRequest(
            kind, ReceivedBy.ONLINE, now, name, proof.phone().national(), text, false, false);
    store(request, receipts.hash(receipt), Act.PROGRAM, now);
    audit.record(Act.on(Act.PROGRAM, "privacy.receive-online", kind.name()));
    return receipt;
  }

  /** As {@link #receiveOnline} from somebody who is signed in by a proved phone. */
  UUID receiveSignedIn(
      PhoneNumber phone,
      RequestKind kind,
      String name,
      @Nullable String text,
      boolean formal,
      Instant now) {
    var request =
        new NewRequest(kind, ReceivedBy.ONLINE, now, name, phone.national(), text, formal, false);
    UUID id = store(request, null, Act.PROGRAM, now);
    audit.record(Act.on(Act.PROGRAM, "privacy.receive-online", kind.name()));
    return id;
  }

  /** How one stands, for whoever sent it: nothing in it says who. */
  Optional<RequestRow> row(UUID request, Instant now) {
    return requests.find(request).map(stored -> row(stored, null, now));
  }

  /** Checks what would be refused, before a code is spent on it. */
  @Inside("whoever fills the form in is nobody yet")
  public void check(String name, @Nullable String text) {
    clocks.checkWords(name, "online", text);
  }

  /** How a request stands, for the holder of its receipt: nothing in it says who asked. */
  @Inside("the receipt is the right")
  @Transactional(readOnly = true)
  public Optional<RequestRow> byReceipt(String receipt, Instant now) {
    return requests.byReceipt(receipts.hashes(receipt)).map(stored -> row(stored, null, now));
  }

  /** Requests in the order in which they are due; PRIVACY_MANAGE. */
  @Transactional(readOnly = true)
  public Page<RequestRow> list(
      Actor actor, RequestFilter filter, @Nullable Long after, int rows, Instant now) {
    Whole.require(actor);
    int size = Limits.pageRows(rows);
    Page<StoredRequest> page =
        Page.of(
            requests.list(filter, after, now, size + 1),
            size,
            stored -> Long.toString(stored.number()));
    Map<Long, MaskedPerson> masked =
        people.masked(
            page.rows().stream()
                .flatMap(stored -> Optional.ofNullable(stored.person()).stream())
                .toList());
    return page.map(
        stored -> row(stored, stored.person() == null ? null : masked.get(stored.person()), now));
  }

  /** PRIVACY_MANAGE. */
  @Transactional(readOnly = true)
  public RequestFigures figures(Actor actor, Instant now) {
    Whole.require(actor);
    return requests.figures(now, now.plus(SOON));
  }

  /** One request; what was typed stays sealed. PRIVACY_MANAGE. */
  @Transactional(readOnly = true)
  public RequestView get(Actor actor, UUID request, Instant now) {
    Whole.require(actor);
    StoredRequest stored = requests.find(request).orElseThrow(PersonRequests::notFound);
    return view(stored, steps.of(request, false), now);
  }

  /** The same with everything that was typed: an act. PRIVACY_MANAGE. */
  @Transactional
  public OpenedRequest open(Actor actor, UUID request, Instant now) {
    Whole.require(actor);
    StoredRequest stored = requests.find(request).orElseThrow(PersonRequests::notFound);
    audit.record(act(actor, "privacy.open", stored));
    return new OpenedRequest(
        view(stored, List.of(), now), texts.open(stored.text(), request), steps.of(request, true));
  }

  static Refusal notFound() {
    return Refusal.notFound("privacy.refused.not-found");
  }

  static Act act(Actor actor, String kind, StoredRequest stored) {
    Act act = Act.on(actor.account(), kind, "YC-" + stored.number());
    return new Act(
        act.actor(),
        kind,
        stored.kind().name(),
        null,
        act.query(),
        1,
        stored.person() == null ? List.of() : List.of(stored.person()));
  }

  private UUID store(NewRequest request, byte @Nullable [] receipt, long by, Instant now) {
    clocks.check(request, now);
    UUID id = UUID.randomUUID();
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    fields.put(NAME, request.name());
    fields.put(CONTACT, request.contact());
    fields.put(Steps.TEXT, request.text());
    requests.insert(id, request, clocks.of(request), texts.keep(id, fields), receipt, by);
    steps.note(id, "RECEIVED", by, now);
    return id;
  }

  private RequestRow row(StoredRequest stored, @Nullable MaskedPerson person, Instant now) {
    return new RequestRow(
        stored.publicId(),
        stored.number(),
        stored.kind(),
        stored.way(),
        stored.receivedAt(),
        person,
        stored.next(),
        stored.dueAt(),
        stored.overdue(now),
        stored.outcome());
  }

  private RequestView view(StoredRequest stored, List<Step> history, Instant now) {
    Long person = stored.person();
    MaskedPerson masked = person == null ? null : people.masked(List.of(person)).get(person);
    return new RequestView(
        row(stored, masked, now),
        masked == null ? null : masked.publicId(),
        stored.identityCheck(),
        stored.formal(),
        stored.thirdParties(),
        stored.document(),
        stored.certainty(),
        stored.acknowledgeDue(),
        stored.decisionDue(),
        stored.acknowledgedAt(),
        stored.extendedAt(),
        stored.decidedAt(),
        stored.refusal(),
        stored.closedAt(),
        clocks.mayExtendUntil(stored).orElse(null),
        person == null ? 0 : persons.openCases(person),
        person != null && persons.restricted(person),
        history);
  }
}
