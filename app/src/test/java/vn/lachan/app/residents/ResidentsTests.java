package vn.lachan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Actors;
import vn.lachan.app.access.Challenge;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.declarations.FamilyDeclaring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.CheckedCode;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.people.TestDevice;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.IdentityCheck;
import vn.lachan.app.privacy.Outcome;
import vn.lachan.app.privacy.RequestKind;
import vn.lachan.app.privacy.RequestSteps;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.Sex;

/** What residents do with their phones, through the front doors. */
@ProgramTest
class ResidentsTests {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired private ResidentAccounts accounts;
  @Autowired private Family family;
  @Autowired private PhoneHolders holders;
  @Autowired private RequestSteps steps;
  @Autowired private Pushes pushes;
  @Autowired private HandOvers handOvers;
  @Autowired private OwnCodes codes;
  @Autowired private OwnNationalCodes national;
  @Autowired private OwnData data;
  @Autowired private NoticeBox box;
  @Autowired private FamilyDeclaring declaring;
  @Autowired private Notices notices;
  @Autowired private PersonalCodes personalCodes;
  @Autowired private People people;
  @Autowired private Visits visits;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private OneTimeCodes oneTimeCodes;
  @Autowired private Accounts staff;
  @Autowired private Actors actors;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private int commune;
  private Instant now;

  @BeforeEach
  void begin() {
    commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .get(9)
            .id();
    now = clock.instant();
  }

  @Test
  void aFamilyIsAddedLivesTogetherAndEachHasARecord() {
    Resident mother = signedIn();
    add(mother, "Nguyễn Thị Lan", 1985);
    add(mother, "Lê Thị Bưởi", 1950);
    add(mother, "Trần Văn Tí", 2015);
    add(mother, "Trần Văn Tí", 2015);

    List<Member> members = family.members(mother);
    assertThat(members).extracting(Member::self).containsExactly(true, false, false);
    assertThat(members).extracting(Member::person).doesNotHaveDuplicates();
    long self = members.getFirst().person();
    assertThat(people.household(List.of(self), now.minusSeconds(60), now))
        .extracting(link -> link.personB())
        .contains(members.get(1).person(), members.get(2).person());

    family.remove(mother, members.get(1).id(), now.plusSeconds(5));
    assertThat(
            people.household(List.of(self), now.plusSeconds(10), now.plusSeconds(20)).stream()
                .map(link -> link.personB()))
        .doesNotContain(members.get(1).person());
  }

  @Test
  void aPersonClaimedByTwoPhonesGoesToTheCommune() {
    Resident first = signedIn();
    add(first, "Phạm Thị Hai Máy", 1960);
    long record = family.members(first).getFirst().person();
    PhoneNumber second = phone();
    Actor officer = officer();
    people.confirmPhone(officer, record, second, now);

    Resident other = signedIn(second);
    add(other, "Phạm Thị Hai Máy", 1960);
    long own = family.members(other).getFirst().person();
    assertThat(own).isNotEqualTo(record);
    assertThat(people.file(officer, record, now).duplicates()).isNotEmpty();
    assertThat(family.members(first).getFirst().person()).isEqualTo(record);
    add(other, "Phạm Thị Hai Máy", 1960);
    assertThat(family.members(other)).hasSize(1);
  }

  @Test
  void aRecordGoesToAnotherPhoneWhenBothWantIt() {
    Resident mother = signedIn();
    add(mother, "Đỗ Thị Mẹ", 1980);
    add(mother, "Đỗ Văn Con", 2008);
    Member son = family.members(mother).get(1);
    Resident sons = signedIn();
    NewMember typed = person("do van con", 2008);

    String first = handOvers.offer(mother, son.id(), now);
    handOvers.cancel(mother, son.id(), now);
    refused("residents.refused.code", () -> handOvers.accept(sons, first, typed, now));
    String code = handOvers.offer(mother, son.id(), now);
    refused(
        "residents.refused.code",
        () -> handOvers.accept(sons, code, person("Đỗ Văn Khác", 2008), now));
    handOvers.accept(sons, code.toLowerCase(java.util.Locale.ROOT), typed, now.plusSeconds(2));

    assertThat(family.members(mother)).hasSize(1);
    assertThat(family.members(sons).getFirst().person()).isEqualTo(son.person());
    assertThat(family.members(sons).getFirst().self()).isTrue();
    assertThat(handOvers.of(mother, now.plusSeconds(3)).getFirst().given()).isTrue();
    assertThat(handOvers.of(sons, now.plusSeconds(3)).getFirst().given()).isFalse();
    refused("residents.refused.code", () -> handOvers.accept(signedIn(), code, typed, now));
  }

  @Test
  void aChildMovesToTheOtherParentAndWhoeverBeganAloneIsSettledByTheCommune() {
    Resident mother = signedIn();
    add(mother, "Vũ Thị Má", 1982);
    add(mother, "Vũ Văn Bé", 2015);
    add(mother, "Vũ Thị Lớn", 2007);
    Member child = family.members(mother).get(1);
    Member grown = family.members(mother).get(2);
    Resident father = signedIn();
    add(father, "Vũ Văn Cha", 1980);

    String code = handOvers.offer(mother, child.id(), now);
    handOvers.accept(father, code, person("Vũ Văn Bé", 2015), now.plusSeconds(1));
    assertThat(family.members(father)).extracting(Member::self).containsExactly(true, false);
    assertThat(family.members(father).get(1).person()).isEqualTo(child.person());
    assertThat(people.file(officer(), child.person(), now).duplicates()).isEmpty();
    refused("residents.refused.no-member", () -> family.member(mother, child.id()));
    refused("residents.refused.no-member", () -> handOvers.offer(mother, child.id(), now));

    Resident alone = signedIn();
    add(alone, "Vũ Thị Lớn", 2007);
    Member own = family.members(alone).getFirst();
    assertThat(own.person()).isNotEqualTo(grown.person());
    String given = handOvers.offer(mother, grown.id(), now);
    handOvers.accept(alone, given, person("Vũ Thị Lớn", 2007), now.plusSeconds(1));
    assertThat(family.members(alone))
        .extracting(Member::person)
        .containsExactly(own.person(), grown.person());
    assertThat(people.file(officer(), grown.person(), now).duplicates()).isNotEmpty();
  }

  @Test
  void codesOfAHandOverCannotBeGuessed() {
    Resident guesser = signedIn();
    for (int wrong = 0; wrong < 10; wrong++) {
      refused(
          "residents.refused.code",
          () -> handOvers.accept(guesser, "AAAAA-AAAAA", person("Ai Đó", 1990), now));
    }
    refused(
        "residents.refused.tries",
        () -> handOvers.accept(guesser, "AAAAA-AAAAA", person("Ai Đó", 1990), now));
  }

  @Test
  void codesGoWithTheDeviceThatShowsThem() {
    Resident resident = signedIn();
    add(resident, "Vũ Thị Mã", 1979);
    Member member = family.members(resident).getFirst();
    var device = new TestDevice();
    IssuedCode issued =
        Objects.requireNonNull(
            codes.forDevice(resident, List.of(), device.publicKey(), now).get(member));
    String shown = device.shows(issued, now.plusSeconds(40));
    CheckedCode checked = personalCodes.check(shown, now.plusSeconds(40));
    assertThat(checked.person()).isEqualTo(member.person());
    assertThat(checked.strength()).isEqualTo(CheckedCode.Strength.DEVICE);
    IssuedCode paper = codes.forPaper(resident, member.id(), now);
    assertThat(codes.printed(resident, member.id())).hasSize(1);

    accounts.signOut(resident, now.plusSeconds(60));
    Instant later = now.plusSeconds(70);
    refused("people.code.revoked", () -> personalCodes.check(device.shows(issued, later), later));
    assertThat(personalCodes.check(paper.text(), later).strength())
        .isEqualTo(CheckedCode.Strength.PAPER);
    codes.revoke(resident, member.id(), paper.issue(), later);
    refused("people.code.revoked", () -> personalCodes.check(paper.text(), later.plusSeconds(5)));
  }

  @Test
  void aFamilyChecksInAtOnceAndSeesItsOwnVisitsOnly() {
    Resident resident = signedIn();
    add(resident, "Bùi Thị Chợ", 1970);
    add(resident, "Bùi Văn Chợ", 2012);
    List<Long> persons = family.members(resident).stream().map(Member::person).toList();
    PlaceCard market = place();
    Map<Long, Instant> entered = visits.enterAll(market.code(), persons, resident.phone(), now);
    assertThat(entered).containsOnlyKeys(persons);
    assertThat(visits.groupDoor(market.code(), persons, resident.phone(), now).inside())
        .containsOnlyKeys(persons);
    Resident stranger = signedIn();
    assertThat(visits.groupDoor(market.code(), persons, stranger.phone(), now).inside()).isEmpty();
    visits.leaveAll(market.code(), persons, resident.phone(), now.plusSeconds(600));

    OwnFile file =
        data.file(resident, family.members(resident).getFirst().id(), now.plusSeconds(700));
    assertThat(file.visits()).hasSize(1);
    assertThat(file.visits().getFirst().departureInferred()).isFalse();
  }

  @Test
  void whoReadTheDataIsShownByUnitAndRole() {
    Resident resident = signedIn();
    add(resident, "Hồ Thị Xem", 1966);
    Member member = family.members(resident).getFirst();
    people.open(officer(), member.person(), Purpose.TRACE.because("gọi điện"), null);

    OwnFile file = data.file(resident, member.id(), clock.instant());
    assertThat(file.byOfficers()).hasSize(1);
    var reading = file.byOfficers().getFirst();
    assertThat(reading.role()).isEqualTo(Role.COMMUNE);
    assertThat(reading.unit()).isEqualTo(commune);
    assertThat(reading.purpose()).isEqualTo("TRACE");
    assertThat(reading.officer()).isNull();

    data.ask(resident, member.id(), RequestKind.CORRECTION, "Sai năm sinh", false, now);
    OwnFile after = data.file(resident, member.id(), now);
    assertThat(after.requests().getFirst().dueAt()).isAfter(now);
  }

  @Test
  void everythingIsGivenOnceItWasGranted() {
    Resident resident = signedIn();
    add(resident, "Hồ Thị Xin", 1966);
    add(resident, "Hồ Văn Khác", 1999);
    List<Member> members = family.members(resident);
    Member member = members.getFirst();
    data.ask(resident, member.id(), RequestKind.ACCESS, null, true, now);
    UUID request = data.file(resident, member.id(), now).requests().getFirst().publicId();
    refused(
        "privacy.refused.no-access-file", () -> data.answer(resident, member.id(), request, now));
    Actor office = privacyOffice();
    steps.identify(office, request, people.publicId(member.person()), IdentityCheck.CALL_BACK, now);
    steps.decide(office, request, Outcome.GRANTED, null, null, now.plusSeconds(1));
    AccessFile file = data.answer(resident, member.id(), request, now.plusSeconds(2));
    assertThat(file.identity().name()).isEqualTo("Hồ Thị Xin");
    assertThat(file.readings()).anyMatch(reading -> reading.officer() != null);
    refused(
        "residents.refused.no-request",
        () -> data.answer(resident, members.get(1).id(), request, now));
    refused(
        "residents.refused.no-member", () -> data.answer(signedIn(), member.id(), request, now));
    assertThat(box.of(resident)).extracting(Notice::template).contains("data-answered");
  }

  private Actor privacyOffice() {
    String username = "residents." + COUNT.incrementAndGet();
    long account = staff.create(username, "Lê Thị Bảo Vệ", "mat-khau-dai", false, now);
    staff.grant(account, new Grant(Role.PRIVACY, new Scope.Everywhere()), 0, now);
    return actors.find(account, now).orElseThrow().actor();
  }

  @Test
  void noticesReachTheAppAndAreReadOnce() {
    Resident resident = signedIn();
    add(resident, "Cao Thị Tin", 1977);
    long person = family.members(resident).getFirst().person();
    notices.post(person, "checked-place", List.of("20/11/2026", "Chợ Huyện"), now.plusSeconds(1));
    assertThat(box.unread(resident)).isEqualTo(1);
    box.read(resident, now.plusSeconds(2));
    assertThat(box.unread(resident)).isZero();
    assertThat(box.of(resident).getFirst().readAt()).isNotNull();
  }

  @Test
  void aNoticeThatADeclarationEndsIsDoneOnceItWasDeclaredAgain() {
    Resident resident = signedIn();
    add(resident, "Cao Thị Hạn", 1978);
    Member member = family.members(resident).getFirst();
    notices.postOnce(
        member.person(), "declaration-due", List.of("22/11 06:46"), "due", now.plusSeconds(1));
    assertThat(box.of(resident).getFirst().done()).isFalse();
    assertThat(box.unread(resident)).isEqualTo(1);

    declare(resident, member, now.plusSeconds(2));
    assertThat(box.of(resident).getFirst().done()).isTrue();
    assertThat(box.of(resident).getFirst().readAt()).isNull();
    assertThat(box.unread(resident)).isZero();
    assertThat(declaring.states(List.of(member.person()), signedIn().phone())).isEmpty();
  }

  private void declare(Resident resident, Member member, Instant at) {
    Map<String, List<String>> answers =
        Map.of(
            "travel", List.of("false"),
            "symptoms", List.of("false"),
            "contact-patient", List.of("false"),
            "contact-from-country", List.of("false"),
            "contact-symptomatic", List.of("false"));
    var who =
        new FamilyDeclaring.Who(
            member.person(),
            null,
            member.name(),
            member.birthYear(),
            member.sex(),
            accounts.phone(resident),
            member.unit(),
            member.address());
    var sent =
        declaring.send(
            UUID.randomUUID(), FamilyDeclaring.RESIDENTS, answers, who, resident.phone(), at);
    assertThat(sent.faults()).isEmpty();
  }

  @Test
  void whoeverGetsANumberAnewSeesNobodyBefore() {
    PhoneNumber phone = phone();
    Resident before = signedIn(phone);
    add(before, "Lý Thị Trước", 1971);
    Resident waiting = waiting(phone, now);
    refused(
        "residents.refused.who", () -> holders.say(waiting, new PersonName("Ai Đó"), 1971, now));
    holders.say(waiting, new PersonName("ly thi truoc"), 1971, now);
    assertThat(accounts.devices(before, now)).hasSize(2);

    accounts.signOut(before, now);
    Instant later = now.plus(Duration.ofDays(200));
    Resident other = waiting(phone, later);
    for (int wrong = 0; wrong < 5; wrong++) {
      refused(
          "residents.refused.who", () -> holders.say(other, new PersonName("Ai Đó"), 1971, later));
    }
    refused(
        "residents.refused.who-tries",
        () -> holders.say(other, new PersonName("Lý Thị Trước"), 1971, later));
    assertThat(other.account()).isEqualTo(before.account());
    String token = holders.beginAnew(other, "Chrome · Android", later);
    Resident anew = accounts.byToken(token, later).orElseThrow();
    assertThat(anew.account()).isNotEqualTo(before.account());
    assertThat(family.members(anew)).isEmpty();
    refused(
        "residents.refused.meanwhile", () -> holders.beginAnew(other, "Chrome · Android", later));
  }

  @Test
  void whoIsTriedManyTimesAtOnceIsTriedFiveTimes() {
    PhoneNumber phone = phone();
    add(signedIn(phone), "Lý Thị Đồng Thời", 1971);
    Resident waiting = waiting(phone, now);
    List<String> said =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(
                guess -> {
                  try {
                    holders.say(waiting, new PersonName("Ai Đó"), 1960 + guess, now);
                    return "in";
                  } catch (Refusal refusal) {
                    return refusal.code();
                  }
                })
            .toList();
    assertThat(said).filteredOn("residents.refused.who"::equals).hasSize(5);
    assertThat(said).filteredOn("residents.refused.who-tries"::equals).hasSize(7);
  }

  @Test
  void browsersAreToldOnceAndOnlyThatThereIsANotice() throws Exception {
    Resident resident = signedIn();
    add(resident, "Mai Thị Báo", 1969);
    long person = family.members(resident).getFirst().person();
    var browser = new vn.lachan.app.messaging.TestBrowser();
    var listener =
        new Pushes.Listener(
            "https://fcm.googleapis.com/fcm/send/abc", browser.publicKey(), browser.secret());
    pushes.listen(resident, listener, java.util.Locale.of("en"), now);
    refused(
        "messaging.refused.push-service",
        () ->
            pushes.listen(
                resident,
                new Pushes.Listener("https://10.0.0.1/", browser.publicKey(), browser.secret()),
                java.util.Locale.of("vi"),
                now));
    notices.postOnce(person, "health-station", List.of("Xã Lộc"), "told-once", now.plusSeconds(1));
    notices.postOnce(person, "health-station", List.of("Xã Lộc"), "told-once", now.plusSeconds(2));
    assertThat(box.of(resident)).hasSize(1);
    assertThat(notices.told("told-once").posted()).isEqualTo(1);
    List<Long> waiting =
        jdbc.sql(
                """
                select p.number from residents.push p join residents.push_subscription s
                  on s.number = p.subscription where s.account = :account
                """)
            .param("account", resident.account())
            .query((row, index) -> row.getLong(1))
            .list();
    assertThat(waiting).hasSize(1);
    var message = pushes.resolve("notice", waiting.getFirst()).orElseThrow();
    assertThat(message.text())
        .contains(box.of(resident).getFirst().id().toString())
        .doesNotContain("Mai", "Lộc", "health");
    assertThat(message.urgent()).isTrue();
    box.open(resident, box.of(resident).getFirst().id(), now.plusSeconds(3));
    assertThat(pushes.resolve("notice", waiting.getFirst())).isEmpty();
    assertThat(notices.told("told-once").read()).isEqualTo(1);
    pushes.ended("notice", waiting.getFirst(), now.plusSeconds(4));
    assertThat(pushes.listens(resident)).isFalse();
  }

  private Resident waiting(PhoneNumber phone, Instant at) {
    Challenge challenge = oneTimeCodes.request(phone, ResidentAccounts.PROOF, at);
    oneTimeCodes.confirmFor(officer(), challenge.reference(), at);
    var proof = oneTimeCodes.confirmedByOfficer(challenge.token(), at).orElseThrow();
    String token = accounts.signIn(proof, "Safari · iPhone", at);
    assertThat(accounts.byToken(token, at)).isEmpty();
    assertThat(accounts.waiting(token, at.plus(Duration.ofHours(25)))).isEmpty();
    return accounts.waiting(token, at).orElseThrow();
  }

  @Test
  void whoLeavesLeavesNothingTyped() {
    PhoneNumber phone = phone();
    Resident resident = signedIn(phone);
    add(resident, "Tạ Thị Thôi", 1988);
    accounts.leave(resident, now.plusSeconds(5));
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from residents.member m
                    join residents.account a on a.number = m.account
                    where a.number = :account and (label is not null or octet_length(phone) > 1)
                    """)
                .param("account", resident.account())
                .query(Integer.class)
                .single())
        .isZero();
    Resident again = signedIn(phone);
    assertThat(again.account()).isNotEqualTo(resident.account());
    assertThat(family.members(again)).isEmpty();
  }

  @Test
  void aNationalCodeIsShownAgainOnlyAsItWasReadAndOnlyHere() {
    String code =
        "038093029317|NGUYEN THI MA|1993-01-18|0|162979388586171100|<2<HS4010120878821<0944713700";
    Resident resident = signedIn();
    add(resident, "Nguyễn Thị Mã", 1993);
    add(resident, "Nguyễn Thị Mẹ", 1960);
    UUID own = family.members(resident).getFirst().id();
    UUID mother = family.members(resident).get(1).id();

    refused("residents.refused.national-name", () -> national.keep(resident, mother, code, now));
    refused(
        "residents.refused.national-birth",
        () -> national.keep(resident, own, code.replace("1993-", "1994-"), now));
    refused(
        "people.refused.national-masked",
        () -> national.keep(resident, own, code.replace("1629793885", "**********"), now));
    refused(
        "visits.scan.national-field-count-wrong",
        () -> national.keep(resident, own, code + "|0", now));
    refused("residents.refused.national-other", () -> national.keep(resident, own, "LC1:ABC", now));
    assertThat(national.of(resident, own)).isEmpty();

    national.keep(resident, own, " " + code + "\n", now);
    NationalCode kept = national.of(resident, own).orElseThrow();
    assertThat(kept.qid()).isEqualTo("162979388586171100");
    assertThat(text(kept.maskedText()))
        .isEqualTo("******029317|NGUYEN THI MA|1993-**-**|0|162979388586171100|<2<<");
    assertThat(text(kept.wholeText())).isEqualTo(code);
    assertThat(
            new String(
                jdbc.sql("select sealed from people.national_code where keeper = :keeper")
                    .param("keeper", resident.accountId())
                    .query(byte[].class)
                    .single(),
                StandardCharsets.ISO_8859_1))
        .doesNotContain("NGUYEN", "162979");
    assertThat(data.file(resident, own, now).national()).isNotNull();
    refused("residents.refused.no-member", () -> national.of(signedIn(), own));

    national.remove(resident, own);
    assertThat(national.whole(resident, own)).isEmpty();
    national.keep(resident, own, code, now);
    accounts.leave(resident, now.plusSeconds(5));
    assertThat(
            jdbc.sql("select count(*) from people.national_code where keeper = :keeper")
                .param("keeper", resident.accountId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static String text(Reading<String> reading) {
    return ((Reading.Accepted<String>) reading).value();
  }

  private Resident signedIn() {
    return signedIn(phone());
  }

  private Resident signedIn(PhoneNumber phone) {
    Challenge challenge = oneTimeCodes.request(phone, ResidentAccounts.PROOF, now);
    oneTimeCodes.confirmFor(officer(), challenge.reference(), now);
    var proof = oneTimeCodes.confirmedByOfficer(challenge.token(), now).orElseThrow();
    String token = accounts.signIn(proof, "Chrome · Android", now);
    return accounts.byToken(token, now).orElseThrow();
  }

  private void add(Resident resident, String name, int year) {
    family.add(resident, person(name, year), now);
  }

  private NewMember person(String name, int year) {
    return new NewMember(new PersonName(name), year, Sex.FEMALE, commune, null, true, null);
  }

  private Actor officer() {
    String username = "residents." + COUNT.incrementAndGet();
    long account = staff.create(username, "Lê Thị Xã", "mat-khau-dai", false, now);
    staff.grant(account, new Grant(Role.COMMUNE, new Scope.OfUnit(commune)), 0, now);
    return actors.find(account, now).orElseThrow().actor();
  }

  private PlaceCard place() {
    var registration =
        new Registration(
            "Chợ Nhà " + COUNT.incrementAndGet(),
            "eating-place",
            "Số 1",
            commune,
            null,
            null,
            "always",
            null,
            null,
            null,
            null,
            null);
    return places.byPublicId(places.register(Actor.program(), registration, now)).orElseThrow();
  }

  private static PhoneNumber phone() {
    return new PhoneNumber("8498%07d".formatted(1_000_000 + COUNT.incrementAndGet()));
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
