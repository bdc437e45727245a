package vn.lachan.app.residents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.RequestKind;
import vn.lachan.app.privacy.ResidentDuties;
import vn.lachan.app.visits.OwnStays;
import vn.lachan.app.visits.Visits;

/** What is held about somebody of an account, who read it, and what they ask about it. */
@Component
@Inside("a resident asks about the people of their own account")
public class OwnData {
  private final Family family;
  private final ResidentAccounts accounts;
  private final OwnCodes codes;
  private final OwnNationalCodes nationalCodes;
  private final DataRequestTable sent;
  private final ResidentDuties duties;
  private final FamilyDeclaring declaring;
  private final Visits visits;
  private final Places places;
  private final Audit audit;
  private final ResidentsSettings settings;

  OwnData(
      Family family,
      ResidentAccounts accounts,
      OwnCodes codes,
      OwnNationalCodes nationalCodes,
      DataRequestTable sent,
      ResidentDuties duties,
      FamilyDeclaring declaring,
      Visits visits,
      Places places,
      Audit audit,
      ResidentsSettings settings) {
    this.family = family;
    this.accounts = accounts;
    this.codes = codes;
    this.nationalCodes = nationalCodes;
    this.sent = sent;
    this.duties = duties;
    this.declaring = declaring;
    this.visits = visits;
    this.places = places;
    this.audit = audit;
    this.settings = settings;
  }

  @Transactional(readOnly = true)
  public OwnFile file(Resident resident, UUID id, Instant now) {
    Member member = family.member(resident, id);
    return new OwnFile(
        member,
        accounts.phone(resident),
        now,
        codes.standing(resident, id),
        nationalCodes.of(resident, id).orElse(null),
        visits(resident, member, now),
        declaring.last(FamilyDeclaring.RESIDENTS, member.person(), resident.phone()).orElse(null),
        duties.readings(member.person(), member.joinedAt(), settings.readingsShown()),
        sent.of(resident.account(), member.number()).stream()
            .flatMap(request -> duties.request(request, now).stream())
            .toList());
  }

  /** The same to be taken away: an act. */
  @Transactional
  public OwnFile takeAway(Resident resident, UUID id, Instant now) {
    OwnFile file = file(resident, id, now);
    audit.record(Act.onPerson(Act.PROGRAM, "residents.own-file", file.member().person(), null));
    return file;
  }

  /**
   * Everything held, where a request for it was granted: an act.
   *
   * @throws Refusal {@code residents.refused.no-request} where this account sent none such; as
   *     {@link ResidentDuties#answer}
   */
  @Transactional
  public AccessFile answer(Resident resident, UUID id, UUID request, Instant now) {
    Member member = family.member(resident, id);
    if (!sent.of(resident.account(), member.number()).contains(request)) {
      throw Refusal.notFound("residents.refused.no-request");
    }
    return duties.answer(request, member.person(), now);
  }

  /**
   * Sends a request to the data-protection office, with the clock of the law.
   *
   * @throws Refusal {@code residents.refused.requests} after too many in a day
   */
  @Transactional
  public void ask(
      Resident resident,
      UUID id,
      RequestKind kind,
      @Nullable String text,
      boolean formal,
      Instant now) {
    Member member = family.member(resident, id);
    if (sent.since(resident.account(), now.minus(Duration.ofDays(1)))
        >= settings.requestsPerDay()) {
      throw new Refusal(
          Refusal.Kind.TOO_MANY, "residents.refused.requests", settings.requestsPerDay());
    }
    UUID request = duties.ask(accounts.phone(resident), kind, member.name(), text, formal, now);
    sent.insert(request, resident.account(), member.number(), now);
  }

  private List<AccessFile.OwnVisit> visits(Resident resident, Member member, Instant now) {
    Instant from = now.minus(Duration.ofDays(settings.visitDays()));
    List<OwnStays.Stay> stays =
        visits
            .staysOf(member.person(), resident.phone(), from, now.plus(Duration.ofDays(1)))
            .stays();
    Map<Long, PlaceCard> cards =
        stays.isEmpty()
            ? Map.of()
            : places.cards(stays.stream().map(OwnStays.Stay::place).distinct().toList());
    return stays.stream()
        .map(
            stay ->
                new AccessFile.OwnVisit(
                    cards.get(stay.place()), stay.enteredAt(), stay.leftAt(), stay.inferred()))
        .toList();
  }
}
