package vn.lachan.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/** Signing in with a username and a password. */
@Component
public class SignIns {
  private static final int MOST_USERNAME_CHARACTERS = 40;

  private final AccountTable accounts;
  private final Actors actors;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Audit audit;

  SignIns(
      AccountTable accounts, Actors actors, Passwords passwords, Throttle throttle, Audit audit) {
    this.accounts = accounts;
    this.actors = actors;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  /**
   * The account that the password opens. An unknown name, a wrong password, a closed account and a
   * one-time password that is over answer alike and take the same time.
   *
   * @param address where the request came from, as a text
   * @throws Refusal {@code access.refused.sign-in}, {@code access.refused.paused}
   */
  @Inside("whoever signs in is nobody yet")
  public SignedIn signIn(String username, String password, String address, Instant now) {
    String name = normalised(username);
    if (name.length() > MOST_USERNAME_CHARACTERS || password.length() > Passwords.MOST_CHARACTERS) {
      throw refused();
    }
    List<Long> attempt = throttle.take(Throttle.Door.SIGN_IN, name, address, now);
    Optional<AccountTable.StoredPassword> stored = accounts.password(name);
    String hash = stored.map(AccountTable.StoredPassword::hash).orElse(null);
    if (!passwords.matches(password, hash) || stored.isEmpty() || stored.get().isOver(now)) {
      throw refused();
    }
    long account = stored.get().account();
    actors.forget(account);
    SignedIn signedIn = actors.find(account, now).orElseThrow(SignIns::refused);
    throttle.succeeded(attempt);
    rehashWhereOld(stored.get(), password);
    audit.record(Act.of(account, "access.sign-in"));
    return signedIn;
  }

  static String normalised(String username) {
    return username.strip().toLowerCase(Locale.ROOT);
  }

  private void rehashWhereOld(AccountTable.StoredPassword stored, String password) {
    if (passwords.isOld(stored.hash())) {
      accounts.rehash(stored.account(), stored.hash(), passwords.hash(password));
    }
  }

  private static Refusal refused() {
    return new Refusal(Refusal.Kind.UNAUTHENTICATED, "access.refused.sign-in");
  }
}
