package vn.lachan.app.residents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.engine.scan.PersonalCode;

/**
 * The codes of an account's people: for the key in the device that asks, for paper, and the plain
 * one that any page can show. Codes go with their device and with the membership.
 */
@Component
@Inside("a resident acts for the people of their own account")
public class OwnCodes {
  private final AccountTable accounts;
  private final OwnCodeTable table;
  private final Family family;
  private final CodeEnding ending;
  private final PersonalCodes codes;
  private final People people;

  OwnCodes(
      AccountTable accounts,
      OwnCodeTable table,
      Family family,
      CodeEnding ending,
      PersonalCodes codes,
      People people) {
    this.accounts = accounts;
    this.table = table;
    this.family = family;
    this.ending = ending;
    this.codes = codes;
    this.people = people;
  }

  /**
   * A printed code of somebody that stands.
   *
   * @param issue its number, by which it is revoked
   */
  public record Printed(UUID issue, Instant issuedAt) {}

  /** What any page can show and a gate believes least. */
  @Transactional
  public PersonalCode plain(Resident resident, UUID member, Instant now) {
    return people.ownCode(family.member(resident, member).person(), now);
  }

  /**
   * The server's part of the codes that this device completes each half minute, by member; those it
   * had before end. One request of an account at a time, since two pages may ask at once.
   *
   * @param have members whose code the device keeps
   */
  @Transactional
  public Map<Member, IssuedCode> forDevice(
      Resident resident, List<UUID> have, byte[] publicKey, Instant now) {
    accounts.lock(resident.account());
    Map<Member, IssuedCode> issued = new LinkedHashMap<>();
    for (Member member : family.members(resident)) {
      if (!have.contains(member.id())) {
        ending.end(table.standing(resident.account(), resident.device(), member.number()), now);
        IssuedCode code = codes.forDevice(member.person(), publicKey, now);
        table.insert(code.issue(), resident.account(), resident.device(), member.number(), now);
        issued.put(member, code);
      }
    }
    return issued;
  }

  /** A code to print; those printed before stand until they are revoked. */
  @Transactional
  public IssuedCode forPaper(Resident resident, UUID member, Instant now) {
    Member shown = family.member(resident, member);
    IssuedCode code = codes.forPaper(shown.person(), now);
    table.insert(code.issue(), resident.account(), null, shown.number(), now);
    return code;
  }

  @Transactional(readOnly = true)
  public List<Printed> printed(Resident resident, UUID member) {
    long number = family.member(resident, member).number();
    return table.standing(resident.account(), null, number).stream()
        .filter(OwnCodeTable.Row::paper)
        .map(row -> new Printed(row.issue(), row.issuedAt()))
        .toList();
  }

  /** A badge is lost. */
  @Transactional
  public void revoke(Resident resident, UUID member, UUID issue, Instant now) {
    long number = family.member(resident, member).number();
    OwnCodeTable.Row found =
        table.standing(resident.account(), null, number).stream()
            .filter(row -> row.issue().equals(issue))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("residents.refused.no-badge"));
    ending.end(List.of(found), now);
  }

  /** How many stand of one member, of devices and printed. */
  @Transactional(readOnly = true)
  public int standing(Resident resident, UUID member) {
    return table
        .standing(resident.account(), null, family.member(resident, member).number())
        .size();
  }
}
