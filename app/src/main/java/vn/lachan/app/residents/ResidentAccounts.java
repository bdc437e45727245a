package vn.lachan.app.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.PhoneProof;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * Accounts of residents: a phone that was proved, and the devices signed in to it. A first sign-in
 * makes the account, so that nobody learns whether a phone was known.
 */
@Component
@Inside("a resident acts by their own phone or device")
public class ResidentAccounts {
  /** What a phone is proved for at the sign-in. */
  public static final String PROOF = "residents";

  private static final String PHONE_SPACE = "residents.phone";
  private static final int BROWSER_LENGTH = 60;

  private final AccountTable accounts;
  private final DeviceTable devices;
  private final MemberTable members;
  private final PasskeyTable passkeys;
  private final PushTable pushes;
  private final CodeEnding codes;
  private final Keyring keyring;
  private final Audit audit;
  private final ResidentsSettings settings;
  private final ZoneId zone;

  ResidentAccounts(
      AccountTable accounts,
      DeviceTable devices,
      MemberTable members,
      PasskeyTable passkeys,
      PushTable pushes,
      CodeEnding codes,
      Keyring keyring,
      Audit audit,
      ResidentsSettings settings,
      ProgramSettings program) {
    this.accounts = accounts;
    this.devices = devices;
    this.members = members;
    this.passkeys = passkeys;
    this.pushes = pushes;
    this.codes = codes;
    this.keyring = keyring;
    this.audit = audit;
    this.settings = settings;
    this.zone = program.zone();
  }

  /**
   * The account of a proved phone, made where there is none; answers the token of the new device.
   *
   * @param browser kind of browser, for the list of devices
   * @throws Refusal {@code residents.refused.proof} where the phone was proved for something else
   */
  @Transactional
  public String signIn(PhoneProof proof, String browser, Instant now) {
    if (!proof.purpose().equals(PROOF)) {
      throw Refusal.forbidden("residents.refused.proof");
    }
    AccountTable.Row account = accountOf(proof.phone(), now);
    return newDevice(account.number(), browser, mayBeAnother(account.number(), now), now);
  }

  /**
   * Whether somebody else may hold the phone now: numbers are given out anew. Asked where another
   * device is still in use, or none was for long, once the account has a person of its own.
   */
  private boolean mayBeAnother(long account, Instant now) {
    if (members.of(account).stream().noneMatch(MemberTable.Row::self)) {
      return false;
    }
    DeviceTable.Use use = devices.use(account, usedSince(now));
    LocalDate awake = day(now).minusDays(settings.dormantDays());
    return use.standing() || use.last() == null || use.last().isBefore(awake);
  }

  /** A device of the account, in the caller's transaction; answers its token. */
  String newDevice(long account, String browser, boolean mustSayWho, Instant now) {
    String token = Tokens.random();
    devices.insert(
        account,
        Tokens.hash(token),
        browser.substring(0, Math.min(browser.length(), BROWSER_LENGTH)),
        mustSayWho,
        day(now),
        now);
    devices.revokeAllButLatest(account, settings.devicesMost(), now);
    return token;
  }

  /** Whoever's device holds this token. */
  @Transactional
  public Optional<Resident> byToken(String token, Instant now) {
    if (token.isBlank() || token.length() > Tokens.LENGTH_MOST) {
      return Optional.empty();
    }
    LocalDate today = day(now);
    Optional<DeviceTable.Found> found = devices.find(Tokens.hash(token), usedSince(now));
    found
        .filter(device -> device.lastUsed().isBefore(today))
        .ifPresent(device -> devices.used(device.resident().device(), today));
    return found.map(DeviceTable.Found::resident);
  }

  /**
   * A device whose holder has yet to say who they are: the proof of the phone is good for a while,
   * since numbers go on to others.
   */
  @Transactional(readOnly = true)
  public Optional<Resident> waiting(String token, Instant now) {
    if (token.isBlank() || token.length() > Tokens.LENGTH_MOST) {
      return Optional.empty();
    }
    return devices
        .findWaiting(Tokens.hash(token), usedSince(now), now.minus(settings.whoFor()))
        .map(DeviceTable.Found::resident);
  }

  /** A device of the phone's account, whose number is the drill's own and need not be proved. */
  @Transactional
  public Resident load(PhoneNumber phone, Instant now) {
    return byToken(anew(phone, "Chrome · Android", now), now).orElseThrow();
  }

  /** Another account for the same phone, whose earlier one is over; answers the device's token. */
  String anew(PhoneNumber phone, String browser, Instant now) {
    return newDevice(accountOf(phone, now).number(), browser, false, now);
  }

  /** The phone of the account, for its own pages. */
  @Transactional(readOnly = true)
  public PhoneNumber phone(Resident resident) {
    AccountTable.Row account = accounts.get(resident.account());
    return new PhoneNumber(keyring.open(account.phone(), account.context()));
  }

  @Transactional(readOnly = true)
  public List<OwnDevice> devices(Resident resident, Instant now) {
    return devices.of(resident.account(), resident.device(), usedSince(now));
  }

  /** Signs another device of the same account out. */
  @Transactional
  public void revoke(Resident resident, UUID device, Instant now) {
    long number =
        devices
            .revoke(resident.account(), device, now)
            .orElseThrow(() -> Refusal.notFound("residents.refused.no-device"));
    pushes.endOfDevice(number, now);
    codes.ofDevice(resident.account(), number, now);
  }

  @Transactional
  public void signOut(Resident resident, Instant now) {
    devices.revoke(resident.device(), now);
    pushes.endOfDevice(resident.device(), now);
    codes.ofDevice(resident.account(), resident.device(), now);
  }

  /**
   * The account ends: its phone and what was typed go at once, its devices are signed out. Records
   * of persons stay under their own rules.
   */
  @Transactional
  public void leave(Resident resident, Instant now) {
    accounts.lock(resident.account());
    List<Long> persons =
        members.of(resident.account()).stream().map(MemberTable.Row::person).toList();
    audit.record(
        new Act(Act.PROGRAM, "residents.leave", null, null, null, persons.size(), persons));
    codes.ofMember(resident.account(), null, now);
    codes.ofPersons(resident.accountId(), persons);
    members.leaveAll(resident.account(), now);
    devices.revokeAll(resident.account(), now);
    passkeys.removeAll(resident.account());
    pushes.endOfAccount(resident.account(), now);
    accounts.leave(resident.account(), now);
  }

  private AccountTable.Row accountOf(PhoneNumber phone, Instant now) {
    List<byte[]> hashes = keyring.hashes(PHONE_SPACE, phone.digits());
    Optional<AccountTable.Row> known = accounts.byPhone(hashes);
    if (known.isEmpty()) {
      Sealed sealed = keyring.seal(phone.digits(), AccountTable.CONTEXT);
      accounts.insert(sealed, keyring.hash(PHONE_SPACE, phone.digits()), now);
      return accounts.byPhone(hashes).orElseThrow();
    }
    AccountTable.Row account = known.get();
    accounts.signedIn(
        account.number(),
        keyring.rewrap(account.phone().wrappedKey(), account.context()),
        keyring.hash(PHONE_SPACE, phone.digits()),
        now);
    return accounts.get(account.number());
  }

  private LocalDate usedSince(Instant now) {
    return day(now).minusDays(settings.deviceDays());
  }

  private LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }
}
