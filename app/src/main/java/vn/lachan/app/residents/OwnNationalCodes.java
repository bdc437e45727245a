package vn.lachan.app.residents;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.NationalCodes;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Refused;
import vn.lachan.engine.scan.Scanned;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;

/**
 * The national codes of an account's people: read from another app or a sheet, held against what
 * was typed here of the person, and shown again. Only what this account had read is shown in it:
 * what a gate was shown by somebody else stays unknown here.
 */
@Component
@Inside("a resident acts for the people of their own account")
public class OwnNationalCodes {
  /** The longest text that is looked at; a national code has some 150 characters. */
  static final int TEXT_MOST = 600;

  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final Family family;
  private final NationalCodes codes;
  private final Audit audit;

  OwnNationalCodes(Family family, NationalCodes codes, Audit audit) {
    this.family = family;
    this.codes = codes;
    this.audit = audit;
  }

  /** The code of a member, where one was read. */
  @Transactional(readOnly = true)
  public Optional<NationalCode> of(Resident resident, UUID member) {
    return codes.of(family.member(resident, member).person(), resident.accountId());
  }

  /**
   * Keeps what was read, in place of what was kept before.
   *
   * @throws Refusal {@code residents.refused.national-…} where it is no national code, or another's
   *     name or birth year stands in it; {@code visits.scan.…} where it cannot be read; {@code
   *     people.refused.national-masked}
   */
  @Transactional
  public void keep(Resident resident, UUID id, String text, Instant now) {
    Member member = family.member(resident, id);
    NationalCode code = read(text);
    if (!code.fullName().key().equals(new PersonName(member.name()).key())) {
      throw Refusal.invalid("residents.refused.national-name", member.name());
    }
    if (code.birth().year() != member.birthYear()) {
      throw Refusal.invalid(
          "residents.refused.national-birth",
          Integer.toString(code.birth().year()),
          Integer.toString(member.birthYear()));
    }
    codes.keep(member.person(), resident.accountId(), code, now);
    audit.record(Act.onPerson(Act.PROGRAM, "residents.national", member.person(), null));
  }

  /** With nothing masked: an act. */
  @Transactional
  public Optional<NationalCode> whole(Resident resident, UUID id) {
    Member member = family.member(resident, id);
    Optional<NationalCode> code = codes.of(member.person(), resident.accountId());
    if (code.isPresent()) {
      audit.record(Act.onPerson(Act.PROGRAM, "residents.national-whole", member.person(), null));
    }
    return code;
  }

  @Transactional
  public void remove(Resident resident, UUID id) {
    Member member = family.member(resident, id);
    if (codes.remove(member.person(), resident.accountId())) {
      audit.record(Act.onPerson(Act.PROGRAM, "residents.national-gone", member.person(), null));
    }
  }

  private static NationalCode read(String text) {
    if (text.length() > TEXT_MOST) {
      throw Refusal.invalid("residents.refused.national-other");
    }
    Scanned scanned = Scanner.read(text.strip(), PORTS);
    if (scanned instanceof NationalCode code) {
      return code;
    }
    if (scanned instanceof Refused refused && refused.code().name().startsWith("NATIONAL_")) {
      throw refused(refused);
    }
    throw Refusal.invalid("residents.refused.national-other");
  }

  private static Refusal refused(Refused refused) {
    return Refusal.invalid(
        "visits.scan." + refused.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        refused.parameters().toArray());
  }
}
