package vn.lachan.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Actors;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.residents.Family;
import vn.lachan.app.residents.Member;
import vn.lachan.app.residents.NewMember;
import vn.lachan.app.residents.OwnCodes;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentAccounts;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Sex;

/**
 * Two phones of residents, so that a newcomer can sign in as one: a mother who answers for her own
 * mother and two children without phones, with declarations, a printed code, visits to a market, a
 * notice and an officer who opened the grandmother's name; and a man alone who declared a fever.
 */
@Component
class DemoResidents {
  /** From a block of numbers that no operator has, as the province's are. */
  static final PhoneNumber MOTHER = new PhoneNumber("84530000001");

  static final PhoneNumber ILL = new PhoneNumber("84530000002");

  private static final String OFFICER = "can-bo-xa";
  private static final Duration SINCE = Duration.ofDays(3);

  /** So that the notice that it ends soon is true. */
  private static final Duration DECLARED = Duration.ofHours(60);

  private static final LocalTime MARKET_AT = LocalTime.of(7, 10);
  private static final Duration AT_MARKET = Duration.ofMinutes(40);
  private static final int MARKET_DAYS = 2;

  private final ResidentAccounts residents;
  private final Family family;
  private final OwnCodes codes;
  private final FamilyDeclaring declaring;
  private final Declarations declarations;
  private final Notices notices;
  private final Accounts accounts;
  private final Actors actors;
  private final People people;
  private final Visits visits;
  private final Formats formats;
  private final ZoneId zone;

  DemoResidents(
      ResidentAccounts residents,
      Family family,
      OwnCodes codes,
      FamilyDeclaring declaring,
      Declarations declarations,
      Notices notices,
      Accounts accounts,
      Actors actors,
      People people,
      Visits visits,
      Formats formats,
      ProgramSettings program) {
    this.residents = residents;
    this.family = family;
    this.codes = codes;
    this.declaring = declaring;
    this.declarations = declarations;
    this.notices = notices;
    this.accounts = accounts;
    this.actors = actors;
    this.people = people;
    this.visits = visits;
    this.formats = formats;
    this.zone = program.zone();
  }

  /** The families and what they declared. */
  String make(int commune, Instant end) {
    Instant joined = end.minus(SINCE);
    Resident mother = residents.load(MOTHER, joined);
    add(mother, "Nguyễn Thị Mai Lan", 1986, Sex.FEMALE, commune, joined);
    add(mother, "Lê Thị Bưởi", 1953, Sex.FEMALE, commune, joined);
    add(mother, "Trần Minh Khang", 2014, Sex.MALE, commune, joined);
    add(mother, "Trần Bảo Ngọc", 2019, Sex.FEMALE, commune, joined);
    List<Member> members = family.members(mother);
    Instant declared = end.minus(DECLARED);
    members.forEach(member -> declare(mother, members, member, false, declared));
    Member grandmother = members.get(1);
    codes.forPaper(mother, grandmother.id(), declared);
    tellThatItEnds(members.getFirst(), declared);
    people.open(officer(end), grandmother.person(), Purpose.FOLLOW_UP.because(null), null);
    residents.signOut(mother, end);

    Resident ill = residents.load(ILL, joined);
    add(ill, "Phạm Văn Lợi", 1979, Sex.MALE, commune, joined);
    List<Member> alone = family.members(ill);
    declare(ill, alone, alone.getFirst(), true, end.minus(Duration.ofHours(2)));
    residents.signOut(ill, end);
    return members.size() + alone.size() + " people";
  }

  /**
   * The family at the market, on mornings that are over. Not in the transaction of the others:
   * visits are committed in groups of their own.
   */
  String visit(PlaceCard market, Instant end) {
    Resident mother = residents.load(MOTHER, end);
    List<Long> persons = family.members(mother).stream().map(Member::person).toList();
    LocalDate today = LocalDate.ofInstant(end, zone);
    for (int days = MARKET_DAYS; days > 0; days--) {
      Instant at = today.minusDays(days).atTime(MARKET_AT).atZone(zone).toInstant();
      visits.enterAll(market.code(), persons, mother.phone(), at);
      visits.leaveAll(market.code(), persons, mother.phone(), at.plus(AT_MARKET));
    }
    residents.signOut(mother, end);
    return MARKET_DAYS + " days";
  }

  private void add(
      Resident resident, String name, int birthYear, Sex sex, int commune, Instant now) {
    family.add(
        resident,
        new NewMember(new PersonName(name), birthYear, sex, commune, "Thôn 2", true, null),
        now);
  }

  private void declare(
      Resident resident, List<Member> members, Member member, boolean ill, Instant now) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    answers.put("travel", List.of("false"));
    answers.put("symptoms", List.of(Boolean.toString(ill)));
    if (ill) {
      answers.put("symptoms-note", List.of("Sốt, ho từ tối qua"));
    }
    answers.put("contact-patient", List.of(Boolean.toString(ill)));
    answers.put("contact-from-country", List.of("false"));
    answers.put("contact-symptomatic", List.of(Boolean.toString(ill)));
    UUID key = UUID.nameUUIDFromBytes(("demo " + member.id()).getBytes(StandardCharsets.UTF_8));
    var sent =
        declaring.send(
            key,
            FamilyDeclaring.RESIDENTS,
            answers,
            new FamilyDeclaring.Who(
                member.person(),
                member.self() ? null : (Long) members.getFirst().person(),
                member.name(),
                member.birthYear(),
                member.sex(),
                residents.phone(resident),
                member.unit(),
                member.address()),
            resident.phone(),
            now);
    if (sent.submitted() == null) {
      throw new IllegalStateException("The drill's declaration is wrong: " + sent.faults());
    }
  }

  private void tellThatItEnds(Member member, Instant declared) {
    Instant until = declared.plus(Duration.ofHours(declarations.validHours()));
    notices.postOnce(
        member.person(),
        "declaration-due",
        List.of(formats.dateTime(until)),
        "declaration-" + LocalDate.ofInstant(until, zone),
        until.minus(Duration.ofDays(1)));
  }

  private Actor officer(Instant now) {
    return actors.find(accounts.byUsername(OFFICER).orElseThrow(), now).orElseThrow().actor();
  }
}
