package vn.lachan.app.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonalCode;
import vn.lachan.engine.scan.SignedCode;

/** Asks for the permission, then hands over to whoever does the work. */
@Component
class CodeDoor implements PersonalCodes {
  private static final int LISTED_MOST = 100;
  private static final int REVOKED_A_READ = 2_000;

  private final CodeIssuing issuing;
  private final CodeChecking checking;
  private final CodeKeys keys;
  private final IssuedCodeTable table;
  private final PersonalCodeSettings settings;
  private final AliasTable aliases;
  private final IdentityOpening opening;
  private final TransactionTemplate transactions;

  CodeDoor(
      CodeIssuing issuing,
      CodeChecking checking,
      CodeKeys keys,
      IssuedCodeTable table,
      PersonalCodeSettings settings,
      AliasTable aliases,
      IdentityOpening opening,
      TransactionTemplate transactions) {
    this.issuing = issuing;
    this.checking = checking;
    this.keys = keys;
    this.table = table;
    this.settings = settings;
    this.aliases = aliases;
    this.opening = opening;
    this.transactions = transactions;
  }

  @Override
  public IssuedCode forDevice(long person, byte[] devicePublicKey, Instant now) {
    return issuing.forDevice(person, devicePublicKey, now);
  }

  @Override
  public IssuedCode forPaper(long person, Instant now) {
    return issuing.forPaper(person, null, now);
  }

  @Override
  public void revoke(long person, UUID issued, Instant now) {
    issuing.revoke(whole(person), issued, null, now);
  }

  @Override
  public List<StandingCode> issued(long person, Instant now) {
    LocalDate today = LocalDate.ofEpochDay(SignedCode.dayOf(now.getEpochSecond()));
    return table.ofPersons(whole(person), LISTED_MOST).stream()
        .map(
            issue ->
                new StandingCode(
                    issue.issue(),
                    issue.kind(),
                    issue.issuedAt(),
                    issue.issuedBy(),
                    issue.lastDay(),
                    issue.revokedAt(),
                    issue.lastDay().isBefore(today)))
        .toList();
  }

  @Override
  public List<StandingCode> issued(Actor actor, long person, Instant now) {
    requireReach(actor.require(Permission.PEOPLE_READ), person);
    return issued(person, now);
  }

  @Override
  public PrintedCode print(Actor actor, long person, Instant now) {
    requireReach(actor.require(Permission.PEOPLE_EDIT), person);
    Reach reach = actor.require(Permission.PEOPLE_OPEN);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Identity identity =
                  opening.open(actor, reach, person, Purpose.REQUEST.because(null), null);
              IssuedCode code = issuing.forPaper(person, actor.account(), now);
              return new PrintedCode(code, identity.name());
            }));
  }

  @Override
  public void revoke(Actor actor, long person, UUID issued, Instant now) {
    requireReach(actor.require(Permission.PEOPLE_EDIT), person);
    issuing.revoke(whole(person), issued, actor.account(), now);
  }

  @Override
  public List<VerificationKey> keys() {
    Map<Integer, Instant> made = table.keys();
    List<CodeKey> known =
        keys.believed().stream()
            .filter(key -> made.containsKey(key.id()))
            .sorted(
                Comparator.comparing((CodeKey key) -> Objects.requireNonNull(made.get(key.id())))
                    .reversed())
            .toList();
    List<VerificationKey> answer = new ArrayList<>();
    Instant replaced = null;
    Duration longest = Duration.ofDays(settings.daysMost() + 1);
    for (CodeKey key : known) {
      Instant from = Objects.requireNonNull(made.get(key.id()));
      answer.add(
          new VerificationKey(
              key.id(), key.point(), from, replaced == null ? null : replaced.plus(longest)));
      replaced = from;
    }
    return answer;
  }

  @Override
  public RevokedCodes revokedSince(long cursor) {
    List<IssuedCodeTable.Numbered> found = table.revokedAfter(cursor, REVOKED_A_READ + 1);
    boolean more = found.size() > REVOKED_A_READ;
    List<IssuedCodeTable.Numbered> part = more ? found.subList(0, REVOKED_A_READ) : found;
    return new RevokedCodes(
        part.stream().map(one -> new RevokedCodes.Revoked(one.issue(), one.at())).toList(),
        part.isEmpty() ? cursor : part.getLast().number(),
        more);
  }

  @Override
  public CheckedCode check(String text, Instant at) {
    return checking.check(text, at);
  }

  @Override
  public CheckedCode check(SignedCode code, Instant at) {
    return checking.check(code, at);
  }

  @Override
  public CheckedCode check(PersonalCode code) {
    return checking.check(code);
  }

  private void requireReach(Reach reach, long person) {
    if (opening.inReach(List.of(person), reach).isEmpty()) {
      throw Refusal.notFound("people.refused.not-found");
    }
  }

  private List<Long> whole(long person) {
    long canonical = aliases.canonical(List.of(person)).getOrDefault(person, person);
    return aliases.records(List.of(canonical)).getOrDefault(canonical, List.of(person));
  }
}
