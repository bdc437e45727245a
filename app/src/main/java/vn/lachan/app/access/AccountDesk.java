package vn.lachan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PhoneNumber;

@Component
class AccountDesk implements Accounts {
  private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9.-]{2,39}");

  /** Control, invisible and direction characters show a name as something else than it is. */
  private static final Pattern UNREADABLE = Pattern.compile("\\p{C}|[<>]");

  private static final int MOST_NAME_CHARACTERS = 80;
  private static final int MOST_REASON_CHARACTERS = 200;
  private static final int USERNAME_DIGITS = 6;
  private static final int USERNAME_TRIES = 20;

  private final AccountTable accounts;
  private final AccountListTable rows;
  private final AssignmentTable assignments;
  private final OwnerTable owners;
  private final Actors actors;
  private final Passwords passwords;
  private final AccessSettings settings;
  private final Audit audit;

  AccountDesk(
      AccountTable accounts,
      AccountListTable rows,
      AssignmentTable assignments,
      OwnerTable owners,
      Actors actors,
      Passwords passwords,
      AccessSettings settings,
      Audit audit) {
    this.accounts = accounts;
    this.rows = rows;
    this.assignments = assignments;
    this.owners = owners;
    this.actors = actors;
    this.passwords = passwords;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  @Transactional
  public NewAccount createStaff(
      Actor actor, String username, String displayName, Grant grant, Instant now) {
    requireScope(actor, grant.scope());
    String password = passwords.oneTime();
    long number =
        create(Actor.Kind.STAFF, username, displayName, password, true, actor.account(), now);
    grant(number, grant, actor.account(), now);
    return new NewAccount(number, SignIns.normalised(username), password);
  }

  @Override
  @Transactional(readOnly = true)
  public Page<AccountRow> list(Actor actor, AccountQuery query, int size) {
    Reach reach = actor.require(Permission.ACCOUNTS_MANAGE);
    return rows.page(reach, query, size).map(row -> row.with(assignments.ofAccount(row.number())));
  }

  @Override
  @Transactional(readOnly = true)
  public AccountRow find(Actor actor, long account) {
    Reach reach = actor.require(Permission.ACCOUNTS_MANAGE);
    return rows.find(reach, account)
        .orElseThrow(() -> Refusal.notFound("access.refused.no-account"))
        .with(assignments.ofAccount(account));
  }

  @Override
  @Transactional
  public void grant(Actor actor, long account, Grant grant, Instant now) {
    requireScope(actor, grant.scope());
    requireOther(actor, account);
    find(actor, account);
    grant(account, grant, actor.account(), now);
  }

  @Override
  @Transactional
  public void revoke(Actor actor, long assignment, Instant now) {
    Assignment held =
        assignments
            .find(assignment)
            .orElseThrow(() -> Refusal.notFound("access.refused.no-assignment"));
    requireScope(actor, held.grant().scope());
    requireOther(actor, held.account());
    revoke(held, actor.account(), now);
  }

  @Override
  @Transactional
  public void close(Actor actor, long account, @Nullable String reason, Instant now) {
    requireOther(actor, account);
    requireWhole(actor, find(actor, account));
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    if (why != null && why.length() > MOST_REASON_CHARACTERS) {
      throw Refusal.invalid("access.refused.reason", MOST_REASON_CHARACTERS);
    }
    if (accounts.close(account, actor.account(), why, now)) {
      audit.record(Act.on(actor.account(), "access.close", "account " + account).because(why));
      actors.forget(account);
    }
  }

  @Override
  @Transactional
  public void reopen(Actor actor, long account, Instant now) {
    requireWhole(actor, find(actor, account));
    if (accounts.reopen(account, actor.account(), now)) {
      audit.record(Act.on(actor.account(), "access.reopen", "account " + account));
      actors.forget(account);
    }
  }

  @Override
  @Transactional
  public NewAccount resetPassword(Actor actor, long account, Instant now) {
    AccountRow row = requireWhole(actor, account);
    if (row.username() == null) {
      throw Refusal.conflict("access.refused.no-password");
    }
    String password = passwords.oneTime();
    accounts.setPassword(
        account, passwords.hash(password), actor.account(), oneTimeUntil(now), now);
    audit.record(Act.on(actor.account(), "access.reset-password", "account " + account));
    actors.forget(account);
    return new NewAccount(account, row.username(), password);
  }

  @Override
  @Transactional
  public long create(
      String username, String displayName, String password, boolean mustChange, Instant now) {
    return create(Actor.Kind.STAFF, username, displayName, password, mustChange, Act.PROGRAM, now);
  }

  @Override
  @Transactional
  public NewAccount createHelper(
      String prefix, String displayName, Grant grant, long by, Instant now) {
    String username = freeUsername(prefix);
    String password = passwords.oneTime();
    long number = create(Actor.Kind.STAFF, username, displayName, password, true, by, now);
    grant(number, grant, by, now);
    return new NewAccount(number, username, password);
  }

  @Override
  @Transactional
  public void grant(long account, Grant grant, long by, Instant now) {
    if (assignments.insert(account, grant, by, now)) {
      audit.record(Act.on(by, "access.grant", "account %d: %s".formatted(account, grant)));
      actors.forget(account);
    }
  }

  @Override
  @Transactional
  public long ownerFor(PhoneProof proof, String displayName, Instant now) {
    return ownerFor(proof.phone(), displayName, now);
  }

  /** Of an owner only a number stands in plain rows; the name is sealed beside the phone. */
  @Override
  @Transactional
  public long ownerFor(PhoneNumber phone, String displayName, Instant now) {
    owners.lock(phone);
    OptionalLong known = owners.byPhone(phone);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    long number = accounts.insert(Actor.Kind.OWNER, null, "Chủ điểm", Act.PROGRAM, now);
    owners.insert(number, phone, checkedName(displayName));
    audit.record(Act.on(number, "access.create", "account " + number));
    return number;
  }

  @Override
  @Transactional(readOnly = true)
  public OptionalLong owner(PhoneProof proof) {
    return owners.byPhone(proof.phone());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<OwnerContact> ownerContact(long account) {
    return owners.find(account);
  }

  @Override
  public List<Assignment> ofPlace(long place) {
    return assignments.ofPlace(place);
  }

  @Override
  public Map<Long, String> names(Collection<Long> numbers) {
    return accounts.names(numbers);
  }

  @Override
  public List<StaffName> holders(Permission permission, int unit, int limit) {
    List<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> role.allows(permission))
            .map(Role::name)
            .toList();
    return assignments.holders(roles, unit, limit);
  }

  @Override
  public OptionalLong byUsername(String username) {
    return accounts.byUsername(SignIns.normalised(username));
  }

  @Override
  public List<Assignment> assignments(long account) {
    return assignments.ofAccount(account);
  }

  /** A name to sign in with that says nothing about who bears it. */
  String freeUsername(String prefix) {
    for (int i = 0; i < USERNAME_TRIES; i++) {
      String username = prefix + Secrets.digits(USERNAME_DIGITS);
      if (accounts.byUsername(username).isEmpty()) {
        return username;
      }
    }
    throw new IllegalStateException("No free username");
  }

  long create(
      Actor.Kind kind,
      String username,
      String displayName,
      String password,
      boolean mustChange,
      long by,
      Instant now) {
    String name = SignIns.normalised(username);
    if (!USERNAME.matcher(name).matches()) {
      throw Refusal.invalid("access.refused.username");
    }
    Passwords.check(password);
    if (accounts.byUsername(name).isPresent()) {
      throw Refusal.conflict("access.refused.username-taken");
    }
    long number = accounts.insert(kind, name, checkedName(displayName), by, now);
    accounts.setPassword(
        number, passwords.hash(password), by, mustChange ? oneTimeUntil(now) : null, now);
    audit.record(Act.on(by, "access.create", "account " + number));
    return number;
  }

  void revoke(Assignment held, long by, Instant now) {
    if (assignments.revoke(held.number(), by, now)) {
      audit.record(
          Act.on(by, "access.revoke", "account %d: %s".formatted(held.account(), held.grant())));
      actors.forget(held.account());
    }
  }

  static String checkedName(String displayName) {
    String name = displayName.strip();
    if (name.isEmpty() || name.length() > MOST_NAME_CHARACTERS || UNREADABLE.matcher(name).find()) {
      throw Refusal.invalid("access.refused.display-name", MOST_NAME_CHARACTERS);
    }
    return name;
  }

  /** Nobody gives what lies outside their own reach. */
  void requireScope(Actor actor, Scope scope) {
    if (!isWithin(actor, scope)) {
      throw Refusal.forbidden("access.refused.scope");
    }
  }

  private boolean isWithin(Actor actor, Scope scope) {
    Reach reach = actor.require(Permission.ACCOUNTS_MANAGE);
    return reach.isEverywhere()
        || switch (scope) {
          case Scope.Everywhere ignored -> false;
          case Scope.OfUnit(int unit) -> assignments.isWithin(reach.units(), unit);
          case Scope.OfSector(String ignored, int unit) ->
              assignments.isWithin(reach.units(), unit);
          case Scope.OfPlace(long place) -> reach.places().contains(place);
        };
  }

  /**
   * Whoever takes an account over takes all its roles over: a password may be reset, an account
   * closed or reopened only by those whose reach covers every role that it holds.
   */
  AccountRow requireWhole(Actor actor, long account) {
    AccountRow row = find(actor, account);
    requireOther(actor, account);
    requireWhole(actor, row);
    return row;
  }

  private void requireWhole(Actor actor, AccountRow row) {
    for (Assignment held : row.assignments()) {
      if (!isWithin(actor, held.grant().scope())) {
        throw Refusal.forbidden("access.refused.wider");
      }
    }
  }

  private static void requireOther(Actor actor, long account) {
    if (actor.account() == account) {
      throw Refusal.forbidden("access.refused.own");
    }
  }

  private Instant oneTimeUntil(Instant now) {
    return now.plus(Duration.ofDays(settings.oneTimePasswordDays()));
  }
}
