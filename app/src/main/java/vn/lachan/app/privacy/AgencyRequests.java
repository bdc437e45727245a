package vn.lachan.app.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The only way by which the police and other agencies see a person: a request bound to a case, that
 * the health authority approved, for some fields of some contacts of that case, until a day. The
 * account that entered a request opens its answer; every opening is an act that the person can
 * later see. Nothing here tells an agency whether a case or a person exists.
 */
@Component
public class AgencyRequests {
  /** The act of opening an answer. */
  static final String ANSWER = "privacy.agency-answer";

  private static final int LINE_LETTERS = 200;

  private final AgencyTable requests;
  private final AgencyReading reading;
  private final AgencyPersons persons;
  private final SealedTexts texts;
  private final Steps steps;
  private final Cases cases;
  private final Audit audit;
  private final PrivacySettings settings;

  AgencyRequests(
      AgencyTable requests,
      AgencyReading reading,
      AgencyPersons persons,
      SealedTexts texts,
      Steps steps,
      Cases cases,
      Audit audit,
      PrivacySettings settings) {
    this.requests = requests;
    this.reading = reading;
    this.persons = persons;
    this.texts = texts;
    this.steps = steps;
    this.cases = cases;
    this.audit = audit;
    this.settings = settings;
  }

  /**
   * Enters a request; AGENCY_REQUEST. Whether the case exists is found out by whoever decides.
   *
   * @throws Refusal {@code privacy.refused.agency-words}, {@code privacy.refused.agency-fields}
   */
  @Transactional
  public UUID enter(Actor actor, NewAgencyRequest request, Instant now) {
    Reach reach = actor.require(Permission.AGENCY_REQUEST);
    checkWords(request);
    UUID id = UUID.randomUUID();
    long text =
        texts.keep(
            id,
            Map.of(
                "officer",
                request.officer(),
                "paper",
                request.paper(),
                "legalBasis",
                request.legalBasis(),
                "persons",
                request.persons()));
    requests.insert(id, request, unit(request, reach), text, actor.account(), now);
    steps.note(id, "ENTERED", actor.account(), now);
    audit.record(
        Act.on(actor.account(), "privacy.agency-enter", request.agency().strip())
            .because(request.purpose().name()));
    return id;
  }

  /** Own requests, those in reach of AGENCY_APPROVE, or the whole register; the latest first. */
  @Transactional(readOnly = true)
  public Page<AgencyRow> list(
      Actor actor, AgencyFilter filter, @Nullable Long before, int rows, Instant now) {
    int size = Limits.pageRows(rows);
    Page<AgencyTable.Row> page =
        Page.of(
            requests.list(reading.sight(actor), filter, before, now, size + 1),
            size,
            row -> Long.toString(row.number()));
    return new Page<>(reading.rows(page.rows(), now), page.next());
  }

  /** How many wait for a decision, of those the actor sees. */
  @Transactional(readOnly = true)
  public int waiting(Actor actor) {
    return requests.waiting(reading.sight(actor));
  }

  @Transactional(readOnly = true)
  public AgencyView get(Actor actor, UUID id, Instant now) {
    return reading.view(actor, reading.row(actor, id), false, now);
  }

  /** What was typed, and, for those who decide, whom it means: an act. */
  @Transactional
  public OpenedAgencyRequest open(Actor actor, UUID id, Instant now) {
    AgencyTable.Row row = reading.row(actor, id);
    AgencyView view = reading.view(actor, row, true, now);
    Map<String, String> fields = texts.open(row.text(), id);
    audit.record(act(actor, "privacy.agency-read", row, List.of()));
    return new OpenedAgencyRequest(
        view,
        fields,
        view.mayDecide()
            ? persons.candidates(actor, fields.getOrDefault("persons", ""), row.caseNumber())
            : List.of());
  }

  /**
   * Approves some fields of some contacts of the case until so many days from now; AGENCY_APPROVE
   * over the case, by another account than the one that entered the request.
   *
   * @throws Refusal {@code privacy.refused.agency-own}, {@code privacy.refused.agency-decided},
   *     {@code privacy.refused.agency-scope}, {@code privacy.refused.agency-days}, {@code
   *     privacy.refused.agency-not-of-case}, {@code privacy.refused.agency-restricted}
   */
  @Transactional
  public void approve(
      Actor actor,
      UUID id,
      Collection<UUID> approved,
      Collection<AgencyField> fields,
      int days,
      Instant now) {
    AgencyTable.Row row = toDecide(actor, id);
    if (fields.isEmpty() || !row.asked().containsAll(fields)) {
      throw Refusal.invalid("privacy.refused.agency-scope");
    }
    if (days < 1 || days > settings.agencyDays()) {
      throw Refusal.invalid("privacy.refused.agency-days", settings.agencyDays());
    }
    Set<Long> numbers = persons.checked(approved, row.caseNumber(), settings.agencyPersons());
    Instant expires = now.plus(Duration.ofDays(days));
    requests.approve(
        row.number(), numbers, new LinkedHashSet<>(fields), expires, actor.account(), now);
    steps.note(id, "APPROVED", actor.account(), now);
    audit.record(act(actor, "privacy.agency-approve", row, List.copyOf(numbers)));
  }

  /** Refuses with a reason; the same rights as {@link #approve}. */
  @Transactional
  public void refuse(
      Actor actor, UUID id, AgencyRefusal reason, @Nullable String text, Instant now) {
    AgencyTable.Row row = toDecide(actor, id);
    requests.refuse(row.number(), reason, actor.account(), now);
    steps.note(id, "REFUSED", reason.name(), text, actor.account(), now);
    audit.record(act(actor, "privacy.agency-refuse", row, List.of()));
  }

  /** Ends an approval at once; AGENCY_APPROVE over the case, or PRIVACY_MANAGE. */
  @Transactional
  public void revoke(Actor actor, UUID id, String reason, Instant now) {
    if (!actor.may(Permission.AGENCY_APPROVE)) {
      Whole.require(actor);
    }
    AgencyTable.Row row = requests.lock(deciding(actor), id).orElseThrow(AgencyReading::notFound);
    if (row.stateAt(now) != AgencyRow.State.APPROVED) {
      throw Refusal.conflict("privacy.refused.agency-not-approved");
    }
    if (reason.isBlank()) {
      throw Refusal.invalid("privacy.refused.reason");
    }
    requests.revoke(row.number());
    steps.note(id, "REVOKED", null, reason, actor.account(), now);
    audit.record(act(actor, "privacy.agency-revoke", row, requests.persons(row.number())));
  }

  /**
   * Opens the answer, for the account that entered the request, while the approval holds; an act
   * with the agency and its purpose, on every person given.
   *
   * @throws Refusal {@code privacy.refused.agency-not-granted}, {@code privacy.refused.agency-over}
   */
  @Transactional(noRollbackFor = Refusal.class)
  public AgencyAnswer answer(Actor actor, UUID id, Instant now) {
    actor.require(Permission.AGENCY_REQUEST);
    AgencyTable.Row row =
        requests
            .find(new AgencyTable.Sight(actor.account(), null, false), id)
            .orElseThrow(AgencyReading::notFound);
    AgencyRow.State state = row.stateAt(now);
    if (state != AgencyRow.State.APPROVED) {
      audit.record(act(actor, "privacy.agency-denied", row, List.of()));
      throw state == AgencyRow.State.EXPIRED || state == AgencyRow.State.REVOKED
          ? new Refusal(Refusal.Kind.GONE, "privacy.refused.agency-over")
          : Refusal.forbidden("privacy.refused.agency-not-granted");
    }
    String purpose = row.purpose().name() + ": " + row.agency() + ", CQ-" + row.number();
    List<AgencyAnswer.Line> lines =
        persons.lines(
            actor.account(),
            requests.persons(row.number()),
            row.granted(),
            purpose,
            row.caseNumber());
    steps.note(id, "OPENED", actor.account(), now);
    AgencyTable.Row opened = reading.row(actor, id);
    return new AgencyAnswer(reading.view(actor, opened, false, now), lines);
  }

  private AgencyTable.Row toDecide(Actor actor, UUID id) {
    Reach reach = actor.require(Permission.AGENCY_APPROVE);
    AgencyTable.Row row =
        requests
            .lock(new AgencyTable.Sight(-1, reach, false), id)
            .orElseThrow(AgencyReading::notFound);
    if (row.enteredBy() == actor.account()) {
      throw Refusal.forbidden("privacy.refused.agency-own");
    }
    if (row.decidedAt() != null) {
      throw Refusal.conflict("privacy.refused.agency-decided");
    }
    return row;
  }

  /** What the actor may end: by approving in reach or by keeping the registers, not by asking. */
  private AgencyTable.Sight deciding(Actor actor) {
    AgencyTable.Sight sight = reading.sight(actor);
    return new AgencyTable.Sight(-1, sight.reach(), sight.whole());
  }

  private @Nullable Integer unit(NewAgencyRequest request, Reach reach) {
    var ofCase = cases.unitOf(request.caseNumber());
    if (ofCase.isPresent()) {
      return ofCase.getAsInt();
    }
    return reach.units().isEmpty() ? null : reach.units().getFirst();
  }

  private void checkWords(NewAgencyRequest request) {
    for (String line :
        List.of(request.agency(), request.officer(), request.paper(), request.legalBasis())) {
      if (line.isBlank() || line.length() > LINE_LETTERS) {
        throw Refusal.invalid("privacy.refused.agency-words", LINE_LETTERS);
      }
    }
    long lines = request.persons().lines().filter(line -> !line.isBlank()).count();
    if (lines < 1 || lines > settings.agencyPersons()) {
      throw Refusal.invalid("privacy.refused.agency-persons", settings.agencyPersons());
    }
    if (request.asked().isEmpty()) {
      throw Refusal.invalid("privacy.refused.agency-fields");
    }
  }

  private static Act act(Actor actor, String kind, AgencyTable.Row row, List<Long> persons) {
    return new Act(
        actor.account(),
        kind,
        row.purpose().name() + ": " + row.agency(),
        row.caseNumber(),
        "CQ-" + row.number(),
        Math.max(1, persons.size()),
        persons);
  }
}
