package vn.lachan.app.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.scan.PhoneNumber;

/** Accounts and what they may do: the front door of the module. */
public interface Accounts {
  /**
   * Makes a staff account with a first role and a one-time password; ACCOUNTS_MANAGE that reaches
   * the role's scope.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.username}, {@code
   *     access.refused.username-taken}, {@code access.refused.display-name}, {@code
   *     access.refused.scope}
   */
  NewAccount createStaff(
      Actor actor, String username, String displayName, Grant grant, Instant now);

  /** Accounts with the newest first, those within the actor's reach; ACCOUNTS_MANAGE. */
  Page<AccountRow> list(Actor actor, AccountQuery query, int rows);

  /** One account; ACCOUNTS_MANAGE. */
  AccountRow find(Actor actor, long account);

  /** ACCOUNTS_MANAGE that reaches the scope; nobody changes their own roles. */
  void grant(Actor actor, long account, Grant grant, Instant now);

  /** ACCOUNTS_MANAGE that reaches the scope; nobody changes their own roles. */
  void revoke(Actor actor, long assignment, Instant now);

  /** Ends all sessions and tokens of an account; ACCOUNTS_MANAGE. */
  void close(Actor actor, long account, @Nullable String reason, Instant now);

  /** ACCOUNTS_MANAGE. */
  void reopen(Actor actor, long account, Instant now);

  /** A new one-time password; every session of the account ends; ACCOUNTS_MANAGE. */
  NewAccount resetPassword(Actor actor, long account, Instant now);

  /**
   * Makes a staff account with a known password.
   *
   * @param mustChange whether the password must be changed at the first sign-in
   * @throws vn.lachan.app.kernel.Refusal as {@link #createStaff}
   */
  @Inside("the demo and the first start make accounts before anybody could sign in")
  long create(
      String username, String displayName, String password, boolean mustChange, Instant now);

  /**
   * Makes an account for somebody who helps for some days, under a made-up username, with a role
   * and a one-time password that must be changed at the first sign-in.
   *
   * @param prefix what the username begins with
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.display-name}
   */
  @Inside("paper makes accounts for volunteers after its own check")
  NewAccount createHelper(String prefix, String displayName, Grant grant, long by, Instant now);

  /** Grants a role; granting twice what is held changes nothing. */
  @Inside("other modules grant after their own check, as places do to owners")
  void grant(long account, Grant grant, long by, Instant now);

  /** Makes the account the owner of a place. */
  @Inside("places call it when a registration is written")
  default void assignPlace(long account, long place, long by, Instant now) {
    grant(account, new Grant(Role.OWNER, new Scope.OfPlace(place)), by, now);
  }

  /** The owner's account that belongs to a proved phone, made where there is none. */
  @Inside("places call it when an owner registers a first place")
  long ownerFor(PhoneProof proof, String displayName, Instant now);

  /** The same for a phone that nobody need prove. */
  @Inside("the demo, and an officer who registers a place on behalf of its owner")
  long ownerFor(PhoneNumber phone, String displayName, Instant now);

  /** The owner's account of a proved phone. */
  @Inside("signing in by phone")
  OptionalLong owner(PhoneProof proof);

  /** Name and phone of an owner, for pages that may show them. */
  @Inside("places show an owner to officers, after their own check and audit")
  Optional<OwnerContact> ownerContact(long account);

  /** Who holds a role at a place now. */
  @Inside("places show who owns and keeps a place, after their own check")
  List<Assignment> ofPlace(long place);

  /** Open staff accounts whose roles allow this at a unit, by name; at most so many. */
  @Inside("casework offers those who may take a task over, after its own check")
  List<StaffName> holders(Permission permission, int unit, int limit);

  @Inside("names of staff, as pages show them beside what they did")
  Map<Long, String> names(Collection<Long> accounts);

  @Inside("the demo looks whether its accounts exist already")
  OptionalLong byUsername(String username);

  @Inside("the roles of an account, for its own page and for those who manage it")
  List<Assignment> assignments(long account);
}
