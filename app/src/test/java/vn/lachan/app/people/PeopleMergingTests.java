package vn.lachan.app.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_B;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.officer;
import static vn.lachan.app.people.PeopleFixture.phone;
import static vn.lachan.app.people.PeopleFixture.tracer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

class PeopleMergingTests {
  private PeopleFixture fixture;
  private People people;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void aMergeIsReadByWhoeverResolvesAndRewritesNothing() {
    long a = person("0912345671");
    long b = person("0912345672");
    long c = person("0912345673");

    people.merge(tracer(), b, c, MergeReason.STATED_BY_PERSON, NOW);
    people.merge(tracer(), a, b, MergeReason.DOCUMENT_SEEN, NOW);

    assertThat(people.canonical(List.of(a, b, c))).isEqualTo(Map.of(a, a, b, a, c, a));
    assertThat(people.recordsOf(List.of(a))).isEqualTo(Map.of(a, List.of(a, b, c)));
    assertThat(person("0912345673")).as("identifiers keep their own record").isEqualTo(c);
    assertThat(fixture.events)
        .contains(new PersonMerged(c, b, false), new PersonMerged(b, a, false));
    Identity whole = people.open(tracer(), c, "TRACE", null);
    assertThat(whole.publicId()).isEqualTo(people.publicId(a));
    assertThat(whole.phones()).hasSize(3);
  }

  @Test
  void aRingIsRefused() {
    long a = person("0912345671");
    long b = person("0912345672");
    long c = person("0912345673");
    people.merge(tracer(), a, b, MergeReason.DOCUMENT_SEEN, NOW);
    assertThatThrownBy(() -> people.merge(tracer(), b, a, MergeReason.DOCUMENT_SEEN, NOW))
        .hasMessage("people.refused.same-already");
    people.merge(tracer(), b, c, MergeReason.DOCUMENT_SEEN, NOW);
    assertThatThrownBy(() -> people.merge(tracer(), c, a, MergeReason.DOCUMENT_SEEN, NOW))
        .hasMessage("people.refused.same-already");
    assertThatThrownBy(() -> people.merge(tracer(), a, a, MergeReason.DOCUMENT_SEEN, NOW))
        .hasMessage("people.refused.same-already");
    assertThat(people.canonical(List.of(a, b, c)).values()).containsOnly(a);
  }

  @Test
  void undoingDeletesTheRowAndKeepsTheLog() {
    long a = person("0912345671");
    long b = person("0912345672");
    long c = person("0912345673");
    people.merge(tracer(), b, c, MergeReason.DOCUMENT_SEEN, NOW);
    people.merge(tracer(), a, b, MergeReason.DOCUMENT_SEEN, NOW);

    people.unmerge(tracer(), b, NOW.plusSeconds(60));

    assertThat(people.canonical(List.of(a, b, c))).isEqualTo(Map.of(a, a, b, b, c, b));
    assertThat(fixture.count("select count(*) from people.alias")).isEqualTo(1);
    assertThat(fixture.count("select count(*) from people.merge_log where undone_by = 8"))
        .isEqualTo(1);
    assertThatThrownBy(() -> people.unmerge(tracer(), b, NOW))
        .hasMessage("people.refused.not-merged");
    people.merge(tracer(), c, a, MergeReason.DOCUMENT_SEEN, NOW);
    assertThat(people.canonical(List.of(a, b, c)).values()).containsOnly(b);
  }

  @Test
  void whatIsSettledLeavesTheListAndComesBackWhenUndone() {
    long a = people.identify(claim("001090000001", null, "Lê Thị Hoa", 1990), NOW).person();
    long b = people.identify(claim("001090000001", null, "Lê Thị Hòa B", 1990), NOW).person();
    Page<PossibleDuplicate> open = people.duplicates(officer(COMMUNE_A), false, null, NOW, 10);
    assertThat(open.rows()).hasSize(1);
    PossibleDuplicate pair = open.rows().getFirst();
    assertThat(pair.reason()).isEqualTo(PossibleDuplicate.Reason.CITIZEN_NUMBER);

    assertThat(people.openDuplicate(officer(COMMUNE_A), pair.number(), "SETTLE"))
        .extracting(Identity::name)
        .containsExactly("Lê Thị Hoa", "Lê Thị Hòa B");
    people.settleAsSame(officer(COMMUNE_A), pair.number(), 0, MergeReason.TYPING_MISTAKE, NOW);

    assertThat(people.duplicates(officer(COMMUNE_A), false, null, NOW, 10).rows()).isEmpty();
    assertThat(people.canonical(List.of(b))).containsEntry(b, a);
    assertThatThrownBy(() -> people.settleAsDifferent(officer(COMMUNE_A), pair.number(), 0, NOW))
        .hasMessage("people.refused.settled-already");
    people.unmerge(officer(COMMUNE_A), b, NOW);
    assertThat(people.duplicates(officer(COMMUNE_A), false, null, NOW, 10).rows()).hasSize(1);
    assertThatThrownBy(() -> people.settleAsDifferent(officer(COMMUNE_A), pair.number(), 0, NOW))
        .hasMessage("people.refused.settled-meanwhile");
    people.settleAsDifferent(officer(COMMUNE_A), pair.number(), 2, NOW);
    assertThat(people.duplicates(officer(COMMUNE_A), false, null, NOW, 10).rows()).isEmpty();
    people.identify(claim("001090000001", null, "Lê Thị Hòa B", 1990), NOW);
    assertThat(people.duplicates(officer(COMMUNE_A), false, null, NOW, 10).rows()).isEmpty();
  }

  @Test
  void ofTwoWhoSettleAtOnceOneIsToldWhoWasFirst() throws Exception {
    for (int round = 0; round < 10; round++) {
      String number = "00109000010" + round;
      people.identify(claim(number, null, "Lê Thị Hoa", 1990), NOW);
      people.identify(claim(number, null, "Lê Văn Hải", 1990), NOW);
      long pair = people.duplicates(tracer(), false, null, NOW, 1).rows().getFirst().number();
      List<Callable<String>> officers =
          List.of(
              () -> settled(() -> people.settleAsDifferent(tracer(), pair, 0, NOW)),
              () ->
                  settled(
                      () ->
                          people.settleAsSame(
                              officer(COMMUNE_A), pair, 0, MergeReason.DOCUMENT_SEEN, NOW)));
      List<String> answers = new ArrayList<>();
      try (var executor = Executors.newFixedThreadPool(2)) {
        for (Future<String> answer : executor.invokeAll(officers)) {
          answers.add(answer.get());
        }
      }
      assertThat(answers).containsExactlyInAnyOrder("done", "people.refused.settled-already");
      PossibleDuplicate after = people.duplicate(tracer(), pair);
      assertThat(after.settledBy()).isEqualTo(answers.getFirst().equals("done") ? 8L : 7L);
      assertThat(after.verdict()).isNotNull();
    }
  }

  @Test
  void whatIsLeftForLaterComesBackByItself() {
    people.identify(claim("001090000001", null, "Lê Thị Hoa", 1990), NOW);
    people.identify(claim("001090000001", null, "Lê Văn Hải", 1990), NOW);
    long pair = people.duplicates(tracer(), false, null, NOW, 1).rows().getFirst().number();
    people.putOff(tracer(), pair, 0, NOW);

    assertThat(people.duplicates(tracer(), false, null, NOW, 1).rows()).isEmpty();
    assertThat(people.duplicates(tracer(), true, null, NOW, 1).rows()).hasSize(1);
    Instant later = NOW.plus(Duration.ofDays(4));
    assertThat(people.duplicates(tracer(), false, null, later, 1).rows()).hasSize(1);
  }

  @Test
  void everyMergeIsListedAndATwiceUndoneOneToo() {
    long a = person("0912345671");
    long b = person("0912345672");
    people.merge(tracer(), a, b, MergeReason.STATED_BY_PERSON, NOW);
    people.unmerge(officer(COMMUNE_A), b, NOW);
    people.merge(tracer(), a, b, MergeReason.DOCUMENT_SEEN, NOW);

    List<PastMerge> merges = people.merges(tracer(), null, 10).rows();
    assertThat(merges).extracting(PastMerge::holds).containsExactly(true, false);
    assertThat(merges).extracting(PastMerge::undoneBy).containsExactly(null, 7L);
    assertThat(people.merges(officer(COMMUNE_B), null, 10).rows()).isEmpty();
  }

  private static String settled(Runnable decision) {
    try {
      decision.run();
      return "done";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void duplicatesArePagedByKeyAndSeenByTheirCommune() {
    for (int n = 0; n < 5; n++) {
      people.identify(claim("00109000000" + n, null, "Lê Thị Hoa", 1990), NOW);
      people.identify(claim("00109000000" + n, null, "Lê Văn Hải", 1990), NOW);
    }
    Page<PossibleDuplicate> first = people.duplicates(officer(COMMUNE_A), false, null, NOW, 3);
    assertThat(first.rows()).hasSize(3);
    Page<PossibleDuplicate> second =
        people.duplicates(officer(COMMUNE_A), false, first.next(), NOW, 3);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isNull();
    assertThat(people.duplicates(officer(COMMUNE_B), false, null, NOW, 3).rows()).isEmpty();
    long number = first.rows().getFirst().number();
    assertThatThrownBy(() -> people.openDuplicate(officer(COMMUNE_B), number, "SETTLE"))
        .hasMessage("people.refused.not-found");
    assertThatThrownBy(() -> people.settleAsDifferent(officer(COMMUNE_B), number, 0, NOW))
        .hasMessage("people.refused.not-found");
  }

  @Test
  void aHouseholdIsToldOfWholePersonsWithinTheTimeAskedFor() {
    long[] loaded =
        people.load(
            List.of(newPerson("0912345671"), newPerson("0912345672"), newPerson("0912345673"))
                .iterator());
    long double2 = person("0912345679");
    people.merge(tracer(), double2, loaded[1], MergeReason.DOCUMENT_SEEN, NOW);
    people.merge(tracer(), loaded[0], loaded[2], MergeReason.DOCUMENT_SEEN, NOW);

    List<HouseholdLink> links =
        people.household(List.of(loaded[0]), NOW.minusSeconds(60), NOW.plusSeconds(60));

    assertThat(links)
        .containsExactly(
            new HouseholdLink(loaded[0], double2, HouseholdKind.FAMILY, NOW, NOW.plusSeconds(60)));
    assertThat(people.household(List.of(loaded[0]), NOW.minusSeconds(60), NOW)).isEmpty();
    assertThat(people.file(tracer(), loaded[2], NOW).household())
        .extracting(MaskedPerson::publicId)
        .containsExactly(people.publicId(double2));
  }

  private NewPerson newPerson(String phone) {
    Claim claim = claim(null, phone, "Lê Thị Hoa", 1990);
    return new NewPerson(
        requireNonNull(claim.name()),
        null,
        null,
        phone(phone),
        true,
        null,
        null,
        COMMUNE_A,
        5L,
        NOW);
  }

  private long person(String phone) {
    return people.identify(claim(null, phone, "Lê Thị Hoa", null), NOW).person();
  }
}
