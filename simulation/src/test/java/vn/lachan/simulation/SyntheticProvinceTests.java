package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticProvinceTests {
  @Test
  void equalSpecificationsGiveEqualProvinces() {
    ProvinceSpec spec = Provinces.spec(5, 3_000, 8).withChains(3);
    SyntheticProvince one = SyntheticProvince.of(spec);
    SyntheticProvince other = SyntheticProvince.of(spec);
    assertThat(digests(one)).isEqualTo(digests(other));
    assertThat(one.cases()).isEqualTo(other.cases());
    assertThat(one.transmissions()).isEqualTo(other.transmissions());
    for (int i = 0; i < one.people(); i++) {
      assertThat(one.person(i)).isEqualTo(other.person(i));
    }
    for (int i = 0; i < one.places(); i++) {
      assertThat(one.place(i)).isEqualTo(other.place(i));
    }
  }

  @Test
  void anotherSeedGivesAnotherProvince() {
    SyntheticProvince one = SyntheticProvince.of(Provinces.spec(5, 3_000, 2));
    SyntheticProvince other = SyntheticProvince.of(Provinces.spec(6, 3_000, 2));
    assertThat(Provinces.digest(one, 0)).isNotEqualTo(Provinces.digest(other, 0));
    assertThat(one.person(7)).isNotEqualTo(other.person(7));
  }

  @Test
  void daysCanBeMadeInAnyOrderAndInParallel() {
    SyntheticProvince province = SyntheticProvince.of(Provinces.spec(5, 3_000, 8).withChains(3));
    long[] forward = digests(province);
    long[] backward = new long[forward.length];
    for (int day = forward.length - 1; day >= 0; day--) {
      backward[day] = Provinces.digest(province, day);
    }
    long[] parallel =
        IntStream.range(0, forward.length)
            .parallel()
            .mapToLong(day -> Provinces.digest(province, day))
            .toArray();
    assertThat(backward).isEqualTo(forward);
    assertThat(parallel).isEqualTo(forward);
  }

  @Test
  void nothingHappensAfterTheEnd() {
    Instant noon = Instant.parse("2021-09-15T05:00:00Z");
    ProvinceSpec spec =
        ProvinceSpec.of(9, 4_000, 2, noon, Provinces.ZONE, "038", InventedCommunes.grid(3));
    SyntheticProvince province = SyntheticProvince.of(spec);
    long[] last = new long[2];
    int[] visits = {0};
    province.visits(
        1,
        (person, place, enteredAt, leftAt, capture) -> {
          last[0] = Math.max(last[0], enteredAt);
          last[1] = Math.max(last[1], leftAt);
          visits[0]++;
        });
    assertThat(visits[0]).isGreaterThan(1_000);
    assertThat(last[0]).isLessThan(noon.getEpochSecond()).isGreaterThan(noon.getEpochSecond() - 60);
    assertThat(last[1]).isLessThanOrEqualTo(noon.getEpochSecond());
    assertThat(spec.date(1)).isEqualTo("2021-09-15");
  }

  @Test
  void fewPeopleAndManyCommunesAreNoTrouble() {
    for (int people : new int[] {1, 2, 40, 500}) {
      ProvinceSpec spec =
          ProvinceSpec.of(
                  people,
                  people,
                  3,
                  Provinces.END,
                  Provinces.ZONE,
                  "038",
                  InventedCommunes.grid(166))
              .withChains(2);
      SyntheticProvince province = SyntheticProvince.of(spec);
      int[] visits = {0};
      province.visits((person, place, enteredAt, leftAt, capture) -> visits[0]++);
      assertThat(visits[0]).isLessThanOrEqualTo(10 * 3 * people);
      province.forEachPerson(person -> assertThat(person.household()).isNotNegative());
    }
  }

  @Test
  void limitsAreKept() {
    ProvinceSpec spec = Provinces.spec(1, 100, 2);
    assertThatThrownBy(() -> Provinces.spec(1, 0, 2)).hasMessageContaining("people");
    assertThatThrownBy(() -> Provinces.spec(1, 100, 367)).hasMessageContaining("days");
    assertThatThrownBy(() -> spec.withDepartureScanShare(1.1))
        .hasMessageContaining("departureScanShare");
    assertThatThrownBy(() -> spec.withDepartureScanShare(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> spec.withChains(-1)).hasMessageContaining("chains");
    assertThatThrownBy(() -> new CommuneSpec(1, "Xã", 0, 0, 0)).hasMessageContaining("weight");
    assertThatThrownBy(
            () -> SyntheticProvince.of(spec).visits(2, (person, place, entered, left, how) -> {}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static long[] digests(SyntheticProvince province) {
    return IntStream.range(0, province.spec().days())
        .mapToLong(day -> Provinces.digest(province, day))
        .toArray();
  }
}
