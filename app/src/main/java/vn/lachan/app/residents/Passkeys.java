package vn.lachan.app.residents;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.program.ProgramSettings;

/**
 * Passkeys: whoever proved a phone once may add a key that lies in their device, and sign in with
 * fingerprint, face or screen lock from then on, without typing a phone. A passkey that is not
 * known, one that was removed and one that is forged are answered alike.
 */
@Component
@Inside("a resident acts by their own phone or device")
public class Passkeys {
  /** Letters of a passkey's name. */
  public static final int NAME_MOST = 40;

  private static final String SITE_NAME = "Lá Chắn";
  private static final int CHALLENGE_BYTES = 32;
  private static final int HANDLE_BYTES = 16;

  private final AccountTable accounts;
  private final MemberTable members;
  private final PasskeyTable table;
  private final PasskeyCheck check;
  private final ResidentAccounts residents;
  private final Keyring keyring;
  private final Audit audit;
  private final ResidentsSettings settings;
  private final ProgramSettings program;
  private final TransactionTemplate ownTransaction;
  private final SecureRandom random = new SecureRandom();

  Passkeys(
      AccountTable accounts,
      MemberTable members,
      PasskeyTable table,
      PasskeyCheck check,
      ResidentAccounts residents,
      Keyring keyring,
      Audit audit,
      ResidentsSettings settings,
      ProgramSettings program,
      PlatformTransactionManager manager) {
    this.accounts = accounts;
    this.members = members;
    this.table = table;
    this.check = check;
    this.residents = residents;
    this.keyring = keyring;
    this.audit = audit;
    this.settings = settings;
    this.program = program;
    this.ownTransaction = new TransactionTemplate(manager);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Transactional(readOnly = true)
  public List<Passkey> of(Resident resident) {
    AccountTable.Row account = accounts.get(resident.account());
    return table.of(account.number()).stream().map(row -> shown(account, row)).toList();
  }

  /** What the browser is asked, to make a passkey for this account. */
  @Transactional
  public PasskeyAsking askToAdd(Resident resident, PasskeySite site, Instant now) {
    AccountTable.Row account = accounts.get(resident.account());
    List<PasskeyTable.Row> known = table.of(account.number());
    requireRoom(known);
    return new PasskeyAsking(
        challenge(account.number(), now),
        site.id(),
        SITE_NAME,
        text(handle(account.id())),
        residents.phone(resident).masked(),
        known.stream().map(row -> text(row.credential())).toList(),
        settings.passkeyFor().toMillis());
  }

  /**
   * Adds what the browser made.
   *
   * @param answer the browser's answer as JSON
   * @param name how it is called at first
   * @throws Refusal {@code residents.refused.passkey}, {@code residents.refused.passkeys-most}
   */
  @Transactional
  public void add(Resident resident, String answer, String name, PasskeySite site, Instant now) {
    var data = check.readMade(answer);
    takeChallenge(check.challenge(data.getCollectedClientData()), resident.account(), now);
    PasskeyCheck.Made made = check.made(data, site);
    AccountTable.Row account = accounts.lock(resident.account());
    requireRoom(table.of(account.number()));
    byte[] label = label(account, name);
    if (!table.insert(
        account.number(), made.credential(), made.publicKey(), made.counting(), label, now)) {
      throw PasskeyCheck.wrong();
    }
    recordAct("residents.passkey", account);
  }

  @Transactional
  public void rename(Resident resident, UUID id, String name) {
    AccountTable.Row account = accounts.lock(resident.account());
    if (!table.rename(account.number(), id, label(account, name))) {
      throw Refusal.notFound("residents.refused.no-passkey");
    }
    recordAct("residents.passkey-name", account);
  }

  @Transactional
  public void remove(Resident resident, UUID id) {
    AccountTable.Row account = accounts.lock(resident.account());
    if (!table.remove(account.number(), id)) {
      throw Refusal.notFound("residents.refused.no-passkey");
    }
    recordAct("residents.passkey-gone", account);
  }

  /** What a browser is asked at the sign-in; the same for everybody. */
  @Transactional
  public PasskeyAsking.SignIn askToSignIn(PasskeySite site, Instant now) {
    return new PasskeyAsking.SignIn(
        challenge(null, now), site.id(), settings.passkeyFor().toMillis());
  }

  /**
   * Signs in whoever's device signed the challenge; answers the token of the new device.
   *
   * @throws Refusal {@code residents.refused.passkey} for whatever is wrong
   */
  @Transactional
  public String signIn(String answer, PasskeySite site, String browser, Instant now) {
    var data = check.readShown(answer);
    takeChallenge(check.challenge(data.getCollectedClientData()), null, now);
    byte[] credential = check.credential(data);
    byte[] handle = check.handle(data);
    PasskeyTable.Row known = table.lock(credential).orElseThrow(PasskeyCheck::wrong);
    AccountTable.Row account = accounts.get(known.account());
    if (!Arrays.equals(handle, handle(account.id()))) {
      throw PasskeyCheck.wrong();
    }
    PasskeyTable.Counting counting = check.shown(data, known, site);
    table.used(known.number(), counting, LocalDate.ofInstant(now, program.zone()));
    return residents.newDevice(account.number(), browser, false, now);
  }

  /** Which act it was stands with the holder of the phone, where there is one yet. */
  private void recordAct(String kind, AccountTable.Row account) {
    List<Long> holder =
        members.of(account.number()).stream()
            .filter(MemberTable.Row::self)
            .map(MemberTable.Row::person)
            .toList();
    audit.record(new Act(Act.PROGRAM, kind, null, null, null, 1, holder));
  }

  private void requireRoom(List<PasskeyTable.Row> known) {
    if (known.size() >= settings.passkeysMost()) {
      throw Refusal.invalid("residents.refused.passkeys-most", settings.passkeysMost());
    }
  }

  private String challenge(@Nullable Long account, Instant now) {
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    String text = text(challenge);
    table.ask(Tokens.hash(text), account, now, now.plus(settings.passkeyFor()));
    return text;
  }

  /** In a transaction of its own: a refusal must not give the challenge back. */
  private void takeChallenge(byte[] signed, @Nullable Long account, Instant now) {
    Boolean taken =
        ownTransaction.execute(status -> table.take(Tokens.hash(text(signed)), account, now));
    if (!Boolean.TRUE.equals(taken)) {
      throw PasskeyCheck.wrong();
    }
  }

  private byte[] label(AccountTable.Row account, String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > NAME_MOST) {
      throw Refusal.invalid("residents.refused.passkey-name", NAME_MOST);
    }
    return keyring.sealWith(account.phone().wrappedKey(), plain, account.context());
  }

  private Passkey shown(AccountTable.Row account, PasskeyTable.Row row) {
    String name =
        keyring.open(new Sealed(account.phone().wrappedKey(), row.label()), account.context());
    return new Passkey(row.id(), name, row.counting().backedUp(), row.createdAt(), row.lastUsed());
  }

  private static byte[] handle(UUID id) {
    return ByteBuffer.allocate(HANDLE_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
