package vn.lachan.app.residents;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * A phone number may be given to somebody else. Where that may have happened, whoever signs in says
 * name and birth year of the account's own person before anything is shown; whoever is somebody
 * else begins anew, and sees nothing of those before.
 */
@Component
@Inside("whoever proved the phone says who they are")
public class PhoneHolders {
  private final AccountTable accounts;
  private final MemberTable members;
  private final DeviceTable devices;
  private final Family family;
  private final ResidentAccounts residents;
  private final Audit audit;
  private final ResidentsSettings settings;
  private final TransactionTemplate ownTransaction;

  PhoneHolders(
      AccountTable accounts,
      MemberTable members,
      DeviceTable devices,
      Family family,
      ResidentAccounts residents,
      Audit audit,
      ResidentsSettings settings,
      PlatformTransactionManager manager) {
    this.accounts = accounts;
    this.members = members;
    this.devices = devices;
    this.family = family;
    this.residents = residents;
    this.audit = audit;
    this.settings = settings;
    this.ownTransaction = new TransactionTemplate(manager);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The waiting device is let in.
   *
   * @throws Refusal {@code residents.refused.who}; {@code residents.refused.who-tries} after too
   *     many, whatever is said then
   */
  @Transactional
  public void say(Resident waiting, PersonName name, int birthYear, Instant now) {
    AccountTable.Row account = accounts.get(waiting.account());
    if (takeTry(account.number(), waiting.device()) > settings.whoTries()) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "residents.refused.who-tries");
    }
    MemberTable.Row self =
        members.of(account.number()).stream()
            .filter(MemberTable.Row::self)
            .findFirst()
            .orElseThrow(() -> Refusal.conflict("residents.refused.who"));
    Member known = family.member(account, self);
    boolean right =
        new PersonName(known.name()).key().equals(name.key()) && known.birthYear() == birthYear;
    if (!right) {
      throw Refusal.invalid("residents.refused.who");
    }
    devices.saidWho(waiting.device(), now);
    audit.record(Act.onPerson(Act.PROGRAM, "residents.who", self.person(), null));
  }

  /**
   * Somebody else holds the phone now: the earlier account is over with its devices, codes and what
   * was typed in it; answers the token of the device in the new one.
   */
  @Transactional
  public String beginAnew(Resident waiting, String browser, Instant now) {
    AccountTable.Row account = accounts.lock(waiting.account());
    if (account.left()) {
      throw Refusal.conflict("residents.refused.meanwhile");
    }
    PhoneNumber phone = residents.phone(waiting);
    residents.leave(waiting, now);
    return residents.anew(phone, browser, now);
  }

  /**
   * Counted before it is judged and in a transaction of its own, so that many at the same moment
   * are no more tries; those before somebody was right count no more.
   */
  private int takeTry(long account, long device) {
    Integer tries =
        ownTransaction.execute(
            status -> {
              accounts.lock(account);
              return devices.take(account, device);
            });
    return tries == null ? Integer.MAX_VALUE : tries;
  }
}
