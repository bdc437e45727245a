package vn.lachan.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Inside;

/** Tokens with which other programs call the API: each has one role and an end. */
public interface Tokens {
  /**
   * A new token, shown once; ACCOUNTS_MANAGE that reaches the role's scope.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.token-expiry}, {@code
   *     access.refused.display-name}, {@code access.refused.scope}
   */
  NewToken create(Actor actor, String name, Grant grant, Instant expiresAt, Instant now);

  /** The latest tokens first, at most 500; ACCOUNTS_MANAGE everywhere. */
  List<TokenRow> list(Actor actor);

  /** ACCOUNTS_MANAGE everywhere. */
  void revoke(Actor actor, long token, Instant now);

  /** Who calls with a token; empty when it is unknown, over or revoked. */
  @Inside("the filter of the API asks before anybody is known")
  Optional<SignedIn> use(String token, Instant now);

  record NewToken(long number, String token) {
    @Override
    public String toString() {
      return "NewToken[" + number + "]";
    }
  }

  record TokenRow(
      long number,
      long account,
      String name,
      Instant createdAt,
      Instant expiresAt,
      @Nullable LocalDate lastUsed,
      @Nullable Instant revokedAt,
      List<Assignment> assignments) {
    public TokenRow {
      assignments = List.copyOf(assignments);
    }
  }
}
