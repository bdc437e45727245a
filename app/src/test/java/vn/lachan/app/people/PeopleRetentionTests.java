package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.officer;
import static vn.lachan.app.people.PeopleFixture.tracer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PeopleRetentionTests {
  private PeopleFixture fixture = new PeopleFixture();

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void theSettingsAreOffUnlessDaysDayAndSourceAreNamed() {
    var settings = new PeopleSettings(2_000, 50, 30, 1_000, 0, null, "");
    assertThat(settings.retentionHolds(LocalDate.of(2030, 1, 1))).isFalse();
    assertThatThrownBy(() -> new PeopleSettings(2_000, 50, 30, 1_000, 90, null, ""))
        .hasMessageContaining("people.retention-from");
    var dated =
        new PeopleSettings(2_000, 50, 30, 1_000, 90, LocalDate.of(2026, 3, 1), "QĐ 1/QĐ-UBND");
    assertThat(dated.retentionHolds(LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(dated.retentionHolds(LocalDate.of(2026, 3, 1))).isTrue();
    assertThatThrownBy(() -> FakeJobs.run(fixture.bean(RetentionWork.class)))
        .hasMessage("people.refused.no-retention");
  }

  @Test
  void whomNothingNeedsIsDestroyedWithTheirMergedRecordsAndAnEntrySurvives() {
    fixture.close();
    fixture =
        new PeopleFixture(
            new PeopleSettings(2_000, 50, 30, 1_000, 30, LocalDate.of(2026, 1, 1), "QĐ 1/QĐ-UBND"));
    People people = fixture.people();
    var old = NOW.minus(Duration.ofDays(40));
    long gone = people.identify(claim(null, "0912345671", "Lê Thị Cũ", 1970), old).person();
    long joined = people.identify(claim(null, "0912345672", "Lê Thị Cũ", 1971), old).person();
    people.merge(tracer(), gone, joined, MergeReason.DOCUMENT_SEEN, old);
    long used = people.identify(claim(null, "0912345673", "Lê Thị Dùng", 1970), old).person();
    people.newDevice(used, NOW);
    long fresh = people.identify(claim(null, "0912345674", "Lê Thị Mới", 1970), NOW).person();

    FakeJobs.run(fixture.bean(RetentionWork.class));

    assertThat(people.masked(List.of(gone, joined)).values()).allMatch(MaskedPerson::destroyed);
    assertThat(people.masked(List.of(used, fresh)).values()).noneMatch(MaskedPerson::destroyed);
    DestructionEntry entry = people.destructions(officer(COMMUNE_A), null, 10).rows().getFirst();
    assertThat(entry.reason()).isEqualTo(DestructionReason.RETENTION_OVER);
    assertThat(entry.basis()).isEqualTo("QĐ 1/QĐ-UBND");
    assertThat(List.of(entry.persons(), entry.records(), entry.phones())).containsExactly(1, 2, 2);
    assertThat(text(fixture.jdbc())).doesNotContain(people.publicId(gone).toString());
  }

  @Test
  void aDestructionAsksForItsPermissionAndABasisWithoutNumbers() {
    People people = fixture.people();
    long person = people.identify(claim(null, "0912345671", "Lê Thị Hoa", 1970), NOW).person();
    assertThatThrownBy(
            () -> people.destroy(tracer(), person, DestructionReason.REQUESTED, "Đơn 3", NOW))
        .hasMessage("access.forbidden");
    assertThatThrownBy(
            () ->
                people.destroy(
                    officer(COMMUNE_A),
                    person,
                    DestructionReason.REQUESTED,
                    "Đơn của 0912345671",
                    NOW))
        .hasMessage("people.refused.basis");
    people.destroy(officer(COMMUNE_A), person, DestructionReason.REQUESTED, "Đơn 3", NOW);
    assertThatThrownBy(
            () ->
                people.destroy(
                    officer(COMMUNE_A), person, DestructionReason.REQUESTED, "Đơn 3", NOW))
        .hasMessage("people.refused.destroyed");
  }

  private static String text(JdbcClient jdbc) {
    return jdbc.sql("select string_agg(row_to_json(e)::text, '') from people.destruction_entry e")
        .query(String.class)
        .single();
  }
}
