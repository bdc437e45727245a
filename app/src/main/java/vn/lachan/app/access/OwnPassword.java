package vn.lachan.app.access;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/** Changing one's own password. */
@Component
public class OwnPassword {
  private final AccountTable accounts;
  private final Actors actors;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Audit audit;
  private final TransactionTemplate transactions;

  OwnPassword(
      AccountTable accounts,
      Actors actors,
      Passwords passwords,
      Throttle throttle,
      Audit audit,
      PlatformTransactionManager manager) {
    this.accounts = accounts;
    this.actors = actors;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
    this.transactions = new TransactionTemplate(manager);
  }

  /**
   * Sets a new password; all sessions of the account end, also the one that asks.
   *
   * @throws Refusal {@code access.refused.old-password}, {@code access.refused.same-password},
   *     {@code access.refused.password-length}, {@code access.refused.no-password}
   */
  @Inside("everybody may change their own password, whatever their roles")
  public void change(Actor actor, String old, String chosen, String address, Instant now) {
    Passwords.check(chosen);
    AccountTable.StoredPassword stored =
        accounts
            .password(actor.account())
            .orElseThrow(() -> Refusal.conflict("access.refused.no-password"));
    List<Long> attempt =
        throttle.take(Throttle.Door.OWN_PASSWORD, Long.toString(actor.account()), address, now);
    if (old.length() > Passwords.MOST_CHARACTERS || !passwords.matches(old, stored.hash())) {
      throw Refusal.invalid("access.refused.old-password");
    }
    throttle.succeeded(attempt);
    if (old.equals(chosen)) {
      throw Refusal.invalid("access.refused.same-password");
    }
    String hash = passwords.hash(chosen);
    transactions.executeWithoutResult(
        status -> {
          accounts.setPassword(actor.account(), hash, actor.account(), null, now);
          audit.record(Act.of(actor.account(), "access.change-password"));
        });
    actors.forget(actor.account());
  }
}
