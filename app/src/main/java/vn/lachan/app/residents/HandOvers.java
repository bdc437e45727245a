package vn.lachan.app.residents;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.program.Formats;

/**
 * A child grows up, a parent moves: a record goes from one phone to another when both sides want
 * it. The one offers it and gets a code to tell; the other types the code with the person's name
 * and birth year. Until then it can be taken back; afterwards both see when it went.
 */
@Component
@Inside("a resident acts for the people of their own account")
public class HandOvers {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String CODE = "residents.hand-over";
  private static final int LETTERS = 10;
  private static final int TYPED_MOST = 40;

  private final AccountTable accounts;
  private final MemberTable members;
  private final HandOverTable table;
  private final Family family;
  private final ResidentAccounts residents;
  private final People people;
  private final Notices notices;
  private final Formats formats;
  private final Keyring keyring;
  private final Audit audit;
  private final ResidentsSettings settings;
  private final TransactionTemplate ownTransaction;
  private final SecureRandom random = new SecureRandom();

  HandOvers(
      AccountTable accounts,
      MemberTable members,
      HandOverTable table,
      Family family,
      ResidentAccounts residents,
      People people,
      Notices notices,
      Formats formats,
      Keyring keyring,
      Audit audit,
      ResidentsSettings settings,
      PlatformTransactionManager manager) {
    this.accounts = accounts;
    this.members = members;
    this.table = table;
    this.family = family;
    this.residents = residents;
    this.people = people;
    this.notices = notices;
    this.formats = formats;
    this.keyring = keyring;
    this.audit = audit;
    this.settings = settings;
    this.ownTransaction = new TransactionTemplate(manager);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Offers somebody's record; the code is shown once. An earlier offer is over. */
  @Transactional
  public String offer(Resident resident, UUID member, Instant now) {
    MemberTable.Row row = family.row(accounts.lock(resident.account()), member);
    if (row.self()) {
      throw Refusal.conflict("residents.refused.self-stays");
    }
    table.cancel(row.number(), now);
    String code = newCode();
    table.insert(
        row.number(), keyring.hash(CODE, plain(code)), now, now.plus(settings.handOverFor()));
    audit.record(Act.onPerson(Act.PROGRAM, "residents.hand-over-offer", row.person(), null));
    tellHolder(resident.account(), "hand-over-offered", now);
    return code;
  }

  /** Takes an offer back that nobody accepted yet. */
  @Transactional
  public void cancel(Resident resident, UUID member, Instant now) {
    MemberTable.Row row = family.row(accounts.lock(resident.account()), member);
    if (table.cancel(row.number(), now) == 0) {
      throw Refusal.conflict("residents.refused.no-offer");
    }
    audit.record(Act.onPerson(Act.PROGRAM, "residents.hand-over-cancel", row.person(), null));
  }

  /**
   * Takes an offered record over: name and birth year must be those of the person, so that a code
   * alone tells nothing.
   *
   * @throws Refusal {@code residents.refused.code} for a wrong code and for a wrong person alike,
   *     {@code residents.refused.tries} after too many
   */
  @Transactional
  public void accept(Resident resident, String code, NewMember typed, Instant now) {
    takeTry(resident, now);
    HandOverTable.Row offer = open(code, now);
    MemberTable.Row given = members.find(offer.member()).orElseThrow(HandOvers::wrong);
    if (given.account() == resident.account()) {
      throw wrong();
    }
    lockBoth(given.account(), resident.account());
    if (open(code, now).number() != offer.number() || members.find(offer.member()).isEmpty()) {
      throw wrong();
    }
    AccountTable.Row from = accounts.get(given.account());
    AccountTable.Row to = accounts.get(resident.account());
    if (!Family.isSame(family.member(from, given), typed)) {
      throw wrong();
    }
    boolean self = members.of(to.number()).isEmpty();
    family.release(from, given, now);
    family.hold(to, given.person(), typed, self, now);
    table.accept(offer.number(), to.number(), now);
    doubtSame(to, given.person(), typed, now);
    addPhone(resident, given.person(), self, now);
    audit.record(Act.onPerson(Act.PROGRAM, "residents.hand-over", given.person(), null));
    tellHolder(from.number(), "hand-over-done", now);
  }

  /**
   * Whoever grew up may have begun an app of their own before taking the record over: the commune
   * settles whether the two are one, and neither is written over.
   */
  private void doubtSame(AccountTable.Row to, long given, NewMember typed, Instant now) {
    members.of(to.number()).stream()
        .filter(row -> row.person() != given && Family.isSame(family.member(to, row), typed))
        .forEach(row -> people.doubt(row.person(), given, now));
  }

  /** What the account gave and got, the latest first. */
  @Transactional(readOnly = true)
  public List<HandOver> of(Resident resident, Instant now) {
    Map<Long, Member> held =
        family.members(resident).stream()
            .collect(Collectors.toMap(Member::number, Function.identity()));
    return table.of(resident.account()).stream()
        .map(
            shown -> {
              Member member = shown.held() == null ? null : held.get(shown.held());
              return new HandOver(
                  shown.id(),
                  member == null ? null : member.name(),
                  shown.given(),
                  shown.offeredAt(),
                  shown.expiresAt(),
                  shown.acceptedAt(),
                  shown.cancelledAt());
            })
        .filter(shown -> shown.acceptedAt() != null || shown.open(now))
        .toList();
  }

  /** The offer of a member that still stands. */
  @Transactional(readOnly = true)
  public Optional<HandOver> open(Resident resident, UUID member, Instant now) {
    long number = family.member(resident, member).number();
    return table.of(resident.account()).stream()
        .filter(shown -> shown.given() && shown.member() == number)
        .map(
            shown ->
                new HandOver(
                    shown.id(),
                    null,
                    true,
                    shown.offeredAt(),
                    shown.expiresAt(),
                    shown.acceptedAt(),
                    shown.cancelledAt()))
        .filter(shown -> shown.open(now))
        .findFirst();
  }

  /** The offer of this code that stands; sure only once both accounts are held still. */
  private HandOverTable.Row open(String code, Instant now) {
    return keyring.hashes(CODE, plain(code)).stream()
        .flatMap(hash -> table.openByCode(hash, now).stream())
        .findFirst()
        .orElseThrow(HandOvers::wrong);
  }

  /** In a transaction of its own: a refusal must not give the try back. */
  private void takeTry(Resident resident, Instant now) {
    Instant since = now.minus(Duration.ofDays(1));
    ownTransaction.executeWithoutResult(
        status -> {
          table.forgetTries(since);
          table.tried(resident.account(), now);
        });
    if (table.tries(resident.account(), since) > settings.handOverTriesPerDay()) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "residents.refused.tries");
    }
  }

  /** So that a device that is not theirs does nothing in silence. */
  private void tellHolder(long account, String template, Instant now) {
    members.of(account).stream()
        .filter(MemberTable.Row::self)
        .forEach(
            holder -> notices.post(holder.person(), template, List.of(formats.dateTime(now)), now));
  }

  /** Always in one order, so that two phones that exchange records never wait for each other. */
  private void lockBoth(long one, long other) {
    accounts.lock(Math.min(one, other));
    accounts.lock(Math.max(one, other));
  }

  /** The record learns the phone by which its person is reached from now on. */
  private void addPhone(Resident resident, long person, boolean self, Instant now) {
    people.identify(
        new Claim(
            people.ownCode(person, now),
            null,
            null,
            residents.phone(resident),
            self,
            null,
            null,
            null,
            null,
            null,
            Source.RESIDENT),
        now);
  }

  private String newCode() {
    var code = new StringBuilder();
    for (int letter = 0; letter < LETTERS; letter++) {
      code.append(letter == LETTERS / 2 ? "-" : "");
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private static String plain(String code) {
    return code.substring(0, Math.min(code.length(), TYPED_MOST))
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "");
  }

  private static Refusal wrong() {
    return Refusal.invalid("residents.refused.code");
  }
}
