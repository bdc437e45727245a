package vn.lachan.app.residents;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Homes;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonDestroyed;
import vn.lachan.app.people.SaidBy;
import vn.lachan.app.people.Source;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * The people of an account, each with a record of their own. Whoever is added is found again as any
 * claim is; a record that another account holds is left to it, and the commune settles which is
 * which. Nothing of a record that was found is shown.
 */
@Component
@Inside("a resident acts for the people of their own account")
public class Family {
  private final AccountTable accounts;
  private final MemberTable members;
  private final ResidentAccounts residents;
  private final People people;
  private final Homes homes;
  private final CodeEnding codes;
  private final Notices notices;
  private final Formats formats;
  private final Audit audit;
  private final Keyring keyring;
  private final ResidentsSettings settings;
  private final ZoneId zone;

  Family(
      AccountTable accounts,
      MemberTable members,
      ResidentAccounts residents,
      People people,
      Homes homes,
      CodeEnding codes,
      Notices notices,
      Formats formats,
      Audit audit,
      Keyring keyring,
      ResidentsSettings settings,
      ProgramSettings program) {
    this.accounts = accounts;
    this.members = members;
    this.residents = residents;
    this.people = people;
    this.homes = homes;
    this.codes = codes;
    this.notices = notices;
    this.formats = formats;
    this.audit = audit;
    this.keyring = keyring;
    this.settings = settings;
    this.zone = program.zone();
  }

  /** The people of the account, in the order in which they came. */
  @Transactional(readOnly = true)
  public List<Member> members(Resident resident) {
    AccountTable.Row account = accounts.get(resident.account());
    return members.of(resident.account()).stream().map(row -> member(account, row)).toList();
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Member member(Resident resident, UUID id) {
    return members(resident).stream()
        .filter(member -> member.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("residents.refused.no-member"));
  }

  /**
   * Adds somebody; the first is the holder of the phone. Adding the same person again changes
   * nothing.
   *
   * @throws Refusal {@code residents.refused.people-most}, {@code residents.refused.home-since}
   */
  @Transactional
  public void add(Resident resident, NewMember added, Instant now) {
    AccountTable.Row account = accounts.lock(resident.account());
    List<MemberTable.Row> known = members.of(account.number());
    if (known.stream().anyMatch(row -> isSame(member(account, row), added))) {
      return;
    }
    if (known.size() >= settings.peopleMost()) {
      throw Refusal.invalid("residents.refused.people-most", settings.peopleMost());
    }
    boolean self = known.isEmpty();
    long person = recordFor(account, added, self, residents.phone(resident), now);
    hold(account, person, added, self, now);
    if (!self && added.atHome()) {
      liveTogether(account, known, person, added, now);
    }
  }

  /** Takes somebody off the account; the record stays, whoever lived together no longer does. */
  @Transactional
  public void remove(Resident resident, UUID id, Instant now) {
    AccountTable.Row account = accounts.lock(resident.account());
    MemberTable.Row row = row(account, id);
    if (row.self()) {
      throw Refusal.conflict("residents.refused.self-stays");
    }
    release(account, row, now);
    audit.record(Act.onPerson(Act.PROGRAM, "residents.member-gone", row.person(), null));
  }

  /** What was typed of destroyed persons goes with them, in the transaction of the destruction. */
  @EventListener
  void destroyed(PersonDestroyed gone) {
    members.forget(gone.records());
  }

  /** A membership with its label, in the caller's transaction. */
  void hold(AccountTable.Row account, long person, NewMember added, boolean self, Instant now) {
    byte[] label =
        keyring.sealWith(account.phone().wrappedKey(), Label.of(added).json(), account.context());
    boolean held =
        members.insert(
            account.number(), person, label, added.unit(), self, self || added.atHome(), now);
    if (!held) {
      throw Refusal.conflict("residents.refused.meanwhile");
    }
    audit.record(Act.onPerson(Act.PROGRAM, "residents.member", person, self ? "SELF" : null));
  }

  /** Ends a membership, in the caller's transaction. */
  void release(AccountTable.Row account, MemberTable.Row row, Instant now) {
    UUID household = account.household();
    if (row.atHome() && household != null) {
      homes.leaveHome(household, row.person(), SaidBy.HOUSEHOLD, now, now);
    }
    codes.ofMember(account.number(), row.number(), now);
    codes.ofPersons(account.id(), List.of(row.person()));
    members.leave(row.number(), now);
  }

  MemberTable.Row row(AccountTable.Row account, UUID id) {
    return members.of(account.number()).stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("residents.refused.no-member"));
  }

  Member member(AccountTable.Row account, MemberTable.Row row) {
    Label label =
        Label.read(
            keyring.open(new Sealed(account.phone().wrappedKey(), row.label()), account.context()));
    return new Member(
        row.number(),
        row.id(),
        row.person(),
        label.name(),
        label.birthYear(),
        label.sex(),
        label.address(),
        row.unit(),
        row.self(),
        row.atHome(),
        row.joinedAt());
  }

  /**
   * The record of whoever is added. Where another account holds it, this account gets a record of
   * its own and the commune settles the two.
   */
  private long recordFor(
      AccountTable.Row account, NewMember added, boolean self, PhoneNumber phone, Instant now) {
    long found = people.identify(claim(added, phone, self), now).person();
    Optional<MemberTable.Row> holder = members.holder(found);
    if (holder.isEmpty() || holder.get().account() == account.number()) {
      return found;
    }
    long own = people.identify(claim(added, null, false), now).person();
    people.doubt(own, found, now);
    notices.postOnce(found, "claimed-twice", List.of(formats.dateTime(now)), "claimed-" + own, now);
    return own;
  }

  static boolean isSame(Member known, NewMember added) {
    return new PersonName(known.name()).key().equals(added.name().key())
        && known.birthYear() == added.birthYear();
  }

  private static Claim claim(NewMember added, @Nullable PhoneNumber phone, boolean proved) {
    return new Claim(
        null,
        null,
        phone,
        proved,
        added.name(),
        added.birthYear(),
        added.sex(),
        added.address(),
        added.unit(),
        Source.RESIDENT);
  }

  private void liveTogether(
      AccountTable.Row account,
      List<MemberTable.Row> known,
      long person,
      NewMember added,
      Instant now) {
    Instant since =
        added.homeSince() == null
            ? now.minus(Duration.ofDays(settings.homeDays()))
            : added.homeSince().atStartOfDay(zone).toInstant();
    if (since.isAfter(now)) {
      throw Refusal.invalid("residents.refused.home-since");
    }
    UUID household = account.household();
    if (household == null) {
      long self = known.getFirst().person();
      household = homes.liveTogether(null, List.of(self), SaidBy.PERSON, since, now);
      accounts.setHousehold(account.number(), household);
    }
    homes.liveTogether(household, List.of(person), SaidBy.HOUSEHOLD, since, now);
  }
}
