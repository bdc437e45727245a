package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_B;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.officer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.scan.PersonName;

class PeopleHomesTests {
  private static final Instant MONTH_AGO = NOW.minus(Duration.ofDays(30));
  private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));

  private PeopleFixture fixture;
  private People people;
  private Homes homes;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
    homes = fixture.bean(Homes.class);
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void whoLivesTogetherIsToldToTracesWithItsTimes() {
    long mother = person("Lê Thị Mẹ", "0912345671");
    long son = person("Lê Văn Con", "0912345672");
    UUID home =
        homes.found(
            officer(COMMUNE_A), mother, HouseholdKind.FAMILY, MONTH_AGO, SaidBy.PERSON, NOW);
    homes.join(officer(COMMUNE_A), home, son, MONTH_AGO, null, SaidBy.HOUSEHOLD, NOW);
    homes.leave(officer(COMMUNE_A), home, son, WEEK_AGO, SaidBy.SEEN, NOW);

    assertThat(people.household(List.of(mother), MONTH_AGO, NOW))
        .containsExactly(new HouseholdLink(mother, son, HouseholdKind.FAMILY, MONTH_AGO, WEEK_AGO));
    assertThat(fixture.events)
        .contains(
            new HouseholdChanged(List.of(mother, son), MONTH_AGO),
            new HouseholdChanged(List.of(mother, son), WEEK_AGO));
    HomeFile.Household household = homes.file(officer(COMMUNE_A), son).households().getFirst();
    assertThat(household.current()).isFalse();
    assertThat(household.members())
        .extracting(HomeFile.Member::saidBy)
        .containsExactly(SaidBy.PERSON, SaidBy.HOUSEHOLD);

    homes.neverLivedThere(officer(COMMUNE_A), home, son, SaidBy.DOCUMENT, NOW);
    assertThat(people.household(List.of(mother), MONTH_AGO, NOW)).isEmpty();
  }

  @Test
  void whatCannotBeIsRefused() {
    long mother = person("Lê Thị Mẹ", "0912345671");
    long son = person("Lê Văn Con", "0912345672");
    UUID home =
        homes.found(
            officer(COMMUNE_A), mother, HouseholdKind.FAMILY, MONTH_AGO, SaidBy.PERSON, NOW);
    assertThatThrownBy(
            () ->
                homes.join(
                    officer(COMMUNE_A), home, son, NOW.plusSeconds(1), null, SaidBy.PERSON, NOW))
        .hasMessage("people.refused.future");
    assertThatThrownBy(
            () -> homes.join(officer(COMMUNE_A), home, mother, WEEK_AGO, null, SaidBy.PERSON, NOW))
        .hasMessage("people.refused.lives-there");
    assertThatThrownBy(
            () -> homes.leave(officer(COMMUNE_A), home, son, WEEK_AGO, SaidBy.PERSON, NOW))
        .hasMessage("people.refused.lives-not-there");
    assertThatThrownBy(
            () -> homes.leave(officer(COMMUNE_A), home, mother, MONTH_AGO, SaidBy.PERSON, NOW))
        .hasMessage("people.refused.left-before");
    assertThatThrownBy(
            () -> homes.join(officer(COMMUNE_B), home, son, WEEK_AGO, null, SaidBy.SEEN, NOW))
        .hasMessage("people.refused.not-found");
    assertThatThrownBy(() -> homes.file(officer(COMMUNE_B), mother))
        .hasMessage("people.refused.not-found");
  }

  @Test
  void whoMovesKeepsTheFormerHomeSealed() {
    long person = person("Lê Thị Mẹ", "0912345671");
    Instant moved = NOW.plus(Duration.ofDays(5));
    Instant now = NOW.plus(Duration.ofDays(6));
    homes.move(
        officer(COMMUNE_A),
        person,
        new NewHome(COMMUNE_B, "Số 9 Ngõ Mới", moved),
        SaidBy.DOCUMENT,
        1,
        now);

    HomeFile file = homes.file(officer(COMMUNE_B), person);
    assertThat(file.person().unit()).isEqualTo(COMMUNE_B);
    assertThat(file.residences())
        .containsExactly(new HomeFile.Residence(NOW, moved, COMMUNE_A, true, SaidBy.DOCUMENT, 7L));
    assertThat(people.open(officer(COMMUNE_B), person, "TRACE", null))
        .matches(identity -> "Số 9 Ngõ Mới".equals(identity.address()))
        .extracting(Identity::formerHomes)
        .isEqualTo(List.of(new FormerHome(NOW, moved, COMMUNE_A, "Ngõ Cũ")));
    assertThat(fixture.events).contains(new ResidenceChanged(person));
    assertThatThrownBy(
            () ->
                homes.move(
                    officer(COMMUNE_B),
                    person,
                    new NewHome(COMMUNE_A, null, now),
                    SaidBy.SEEN,
                    1,
                    now))
        .hasMessage("people.refused.changed-meanwhile");
  }

  private long person(String name, String phone) {
    return people
        .identify(
            new Claim(
                null,
                null,
                PeopleFixture.phone(phone),
                false,
                new PersonName(name),
                1970,
                null,
                "Ngõ Cũ",
                COMMUNE_A,
                Source.OFFICER),
            NOW)
        .person();
  }
}
