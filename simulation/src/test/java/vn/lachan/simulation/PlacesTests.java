package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PlacesTests {
  private static final List<String> TYPE_CODES =
      Arrays.asList(
          """
          government-office public-administration-centre industrial-park factory production-site
          eating-place karaoke massage-beauty gym bank post-office telecom-shop notary meeting
          hospital health-station clinic apartment-block school vocational-school bus-station pier
          waiting-hall vehicle mall supermarket market essential-shop funeral wedding sight worship
          border-gate vaccination-site checkpoint sampling-site quarantine-site"""
              .split("\\s+"));

  @Test
  void everyTypeIsThereAndNoOther() {
    Set<String> found = new TreeSet<>();
    Provinces.DEMO.forEachPlace(place -> found.add(place.typeCode()));
    assertThat(found).containsExactlyInAnyOrderElementsOf(TYPE_CODES);
  }

  @Test
  void thereIsAPlaceForAboutTwentySevenPeople() {
    double peopleForAPlace = (double) Provinces.DEMO.people() / Provinces.DEMO.places();
    assertThat(peopleForAPlace).isBetween(25.0, 30.0);
    SyntheticProvince tinyCommunes =
        SmallDemo.settle(Provinces.END, Provinces.ZONE, "038", InventedCommunes.grid(166));
    assertThat(SmallDemo.PEOPLE / (double) tinyCommunes.places()).isBetween(25.0, 30.0);
  }

  @Test
  void everyCommuneHasItsHealthStationMarketAndCentre() {
    Map<String, Set<Integer>> communesWith = new HashMap<>();
    Provinces.DEMO.forEachPlace(
        place ->
            communesWith
                .computeIfAbsent(place.typeCode(), _ -> new TreeSet<>())
                .add(place.communeUnitId()));
    for (String type : List.of("health-station", "market", "public-administration-centre")) {
      assertThat(communesWith.get(type)).hasSize(8);
    }
  }

  @Test
  void aPlaceIsWhole() {
    Provinces.DEMO.forEachPlace(
        place -> {
          assertThat(place.name()).isNotBlank().doesNotContain("  ");
          assertThat(place.address()).isNotBlank();
          assertThat(place.capacity()).isPositive();
          assertThat(place.ownerPhone()).matches("84[0-9]{9}");
          assertThat(place.setting()).isIn("indoor", "outdoor", "vehicle");
          assertThat(place.validFrom() == null).isEqualTo(place.validTo() == null);
          CommuneSpec commune = Provinces.DEMO.spec().communes().get(place.communeUnitId() - 1);
          assertThat(place.latitude() - commune.latitude()).isBetween(-0.016, 0.016);
          assertThat(place.longitude() - commune.longitude()).isBetween(-0.016, 0.016);
        });
  }

  @Test
  void marketsAreVisitedOnMarketDaysOnly() {
    SyntheticProvince province = SyntheticProvince.of(Provinces.spec(4, 60_000, 10));
    Timetable timetable = province.timetable();
    Set<Timetable.Rhythm> rhythms = EnumSet.noneOf(Timetable.Rhythm.class);
    for (int day = 0; day < 10; day++) {
      LocalDate date = province.spec().date(day);
      province.visits(
          day,
          (person, place, enteredAt, leftAt, capture) -> {
            if (province.isMarket(place)) {
              assertThat(timetable.isMarketDay(place, date)).isTrue();
              rhythms.add(timetable.rhythm(place));
            }
          });
    }
    assertThat(rhythms).containsExactlyInAnyOrder(Timetable.Rhythm.values());
  }

  @Test
  void aMarketComesEveryFiveDaysOrOnItsWeekdays() {
    SyntheticProvince province = SyntheticProvince.of(Provinces.spec(4, 60_000, 10));
    Timetable timetable = province.timetable();
    LocalDate first = LocalDate.of(2021, 9, 1);
    for (int place = 0; place < province.places(); place++) {
      if (province.isMarket(place)) {
        int market = place;
        long days =
            first
                .datesUntil(first.plusDays(35))
                .filter(d -> timetable.isMarketDay(market, d))
                .count();
        assertThat(days)
            .isEqualTo(
                switch (timetable.rhythm(place)) {
                  case DAILY -> 35;
                  case WEEKLY -> 10;
                  case EVERY_FIVE_DAYS -> 7;
                });
        boolean daily = timetable.rhythm(place) == Timetable.Rhythm.DAILY;
        assertThat(province.place(place).name().startsWith("Chợ phiên")).isEqualTo(!daily);
      }
    }
  }
}
