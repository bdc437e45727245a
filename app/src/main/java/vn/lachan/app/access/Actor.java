package vn.lachan.app.access;

import java.util.List;
import vn.lachan.app.kernel.Refusal;

/**
 * Who acts, with what rights and where. Every front door takes the actor and asks {@link #require}
 * first; the reach it answers goes into the query, so that a row outside it is never read.
 *
 * @param account the account's number; the audit record keeps it
 * @param name the name shown on pages and in exports: a display name of staff, never a resident's
 * @param kind how the actor came in
 */
public record Actor(long account, String name, Kind kind, List<Grant> grants) {
  /** How an actor came in. */
  public enum Kind {
    STAFF,
    OWNER,
    KEEPER,
    TOKEN,
    PROGRAM
  }

  public Actor {
    grants = List.copyOf(grants);
  }

  /** The program itself: loading the demo, running jobs. */
  public static Actor program() {
    return new Actor(0, "Lá Chắn", Kind.PROGRAM, List.of());
  }

  public boolean may(Permission permission) {
    return kind == Kind.PROGRAM
        || grants.stream().anyMatch(grant -> grant.role().allows(permission));
  }

  /**
   * Where the permission holds.
   *
   * @throws Refusal {@code access.forbidden} when it holds nowhere
   */
  public Reach require(Permission permission) {
    if (kind == Kind.PROGRAM) {
      return Reach.everywhere();
    }
    List<Scope> scopes =
        grants.stream().filter(grant -> grant.role().allows(permission)).map(Grant::scope).toList();
    if (scopes.isEmpty()) {
      throw Refusal.forbidden("access.forbidden", permission.name());
    }
    return Reach.of(scopes);
  }

  /** Whether the permission holds for the whole installation. */
  public boolean mayEverywhere(Permission permission) {
    return may(permission) && require(permission).isEverywhere();
  }

  /**
   * For what concerns the whole installation, whatever part of it somebody answers for.
   *
   * @throws Refusal {@code access.forbidden} when the permission does not hold everywhere
   */
  public void requireEverywhere(Permission permission) {
    if (!require(permission).isEverywhere()) {
      throw Refusal.forbidden("access.forbidden", permission.name());
    }
  }
}
