package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_B;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.officer;
import static vn.lachan.app.people.PeopleFixture.phone;
import static vn.lachan.app.people.PeopleFixture.tracer;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PersonalCode;

class PeopleRightsTests {
  private static final Actor NOBODY = new Actor(9, "Không quyền", Actor.Kind.STAFF, List.of());

  private PeopleFixture fixture;
  private People people;
  private long person;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
    person = people.identify(claim("001090000001", "0912345678", "Lê Thị Hoa", 1990), NOW).person();
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void anOfficerOfAnotherCommuneDoesNotFindThePerson() {
    PersonalCode code = people.ownCode(person, NOW);
    for (String query : List.of("0912 345 678", "001090000001", code.shown())) {
      PersonQuery asked = PersonQuery.parse(query);
      assertThat(people.find(officer(COMMUNE_A), asked, null, 10).rows()).as(query).hasSize(1);
      assertThat(people.find(tracer(), asked, null, 10).rows()).as(query).hasSize(1);
      assertThat(people.find(officer(COMMUNE_B), asked, null, 10).rows()).as(query).isEmpty();
      assertThatThrownBy(() -> people.find(NOBODY, asked, null, 10)).hasMessage("access.forbidden");
    }
    Actor stranger = officer(COMMUNE_B);
    Correction correction = correction("Lê Thị Hoa", 1);
    refused(() -> people.file(stranger, person, NOW));
    refused(() -> people.open(stranger, person, "TRACE", null));
    refused(() -> people.correct(stranger, person, correction, NOW));
    refused(() -> people.confirmPhone(stranger, person, phone("0912345678"), NOW));
    refused(() -> people.newPersonalCode(stranger, person, NOW));
    refused(() -> people.destroy(stranger, person, DestructionReason.REQUESTED, null, NOW));
    refused(() -> people.merge(stranger, person, person, MergeReason.DOCUMENT_SEEN, NOW));
    refused(() -> people.unmerge(stranger, person, NOW));
    assertThat(people.openAll(tracer(), List.of(person), "TRACE", 3L)).hasSize(1);
    assertThatThrownBy(() -> people.openAll(officer(COMMUNE_A), List.of(person), "TRACE", 3L))
        .hasMessage("access.forbidden");
  }

  @Test
  void aPhoneOfManyIsPagedByKey() {
    for (int n = 0; n < 4; n++) {
      people.identify(claim(null, "0912345678", "Lê Thị Hoa " + "ABCD".charAt(n), 1960 + n), NOW);
    }
    PersonQuery query = PersonQuery.parse("0912345678");
    Page<MaskedPerson> first = people.find(tracer(), query, null, 3);
    Page<MaskedPerson> second = people.find(tracer(), query, first.next(), 3);
    assertThat(first.rows()).hasSize(3);
    assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
    assertThat(second.next()).isNull();
    assertThatThrownBy(() -> people.find(tracer(), query, "x", 3))
        .hasMessage("people.refused.page");
    assertThatThrownBy(() -> PersonQuery.parse("Lê Thị Hoa")).hasMessage("people.refused.query");
  }

  @Test
  void openingIsAnActInTheSameTransaction() {
    Identity identity =
        people.open(officer(COMMUNE_A), person, "TRACE: gọi hỏi ngày khởi phát", 12L);
    assertThat(identity.name()).isEqualTo("Lê Thị Hoa");
    assertThat(identity.citizenNumber()).isEqualTo("001090000001");
    assertThat(acts()).isEqualTo(1);

    fixture
        .database
        .transactions()
        .executeWithoutResult(
            status -> {
              people.open(officer(COMMUNE_A), person, "TRACE", null);
              status.setRollbackOnly();
            });
    assertThat(acts()).isEqualTo(1);
    assertThatThrownBy(() -> people.open(officer(COMMUNE_A), person, " ", null))
        .hasMessage("people.refused.purpose");
    assertThatThrownBy(() -> people.open(officer(COMMUNE_A), person, "OTHER", null))
        .hasMessage("people.refused.purpose");
    assertThatThrownBy(() -> people.open(officer(COMMUNE_A), person, "TRACE: 0912 345 678", null))
        .hasMessage("people.refused.purpose");
    assertThat(acts()).isEqualTo(1);
  }

  @Test
  void aCorrectionSaysWhoAndWhenAndIsFoundAnew() {
    Identity before = people.open(officer(COMMUNE_A), person, "CORRECT", null);
    people.correct(
        officer(COMMUNE_A), person, correction("Lê Thị Hòa", before.version()), NOW.plusSeconds(9));

    Identity after = people.open(officer(COMMUNE_A), person, "CORRECT", null);
    assertThat(after.name()).isEqualTo("Lê Thị Hòa");
    assertThat(after.birth()).isEqualTo(new PartialDate(1991, 5, 0));
    assertThat(after.citizenNumber()).isNull();
    assertThat(after.phones()).hasSize(1);
    assertThat(
            fixture.count(
                """
                select count(*) from people.correction
                where corrected_by = 7 and fields = array['birth', 'citizen-number', 'unit']
                  or corrected_by = 7 and 'name' = any(fields)
                """))
        .isEqualTo(1);
    assertThat(people.find(tracer(), PersonQuery.parse("001090000001"), null, 10).rows()).isEmpty();
    assertThat(people.identify(claim(null, "0912345678", "Le Thi Hoa", 1991), NOW).person())
        .isEqualTo(person);
    assertThatThrownBy(
            () ->
                people.correct(
                    officer(COMMUNE_A), person, correction("Lê Thị Hoa", before.version()), NOW))
        .hasMessage("people.refused.changed-meanwhile");
  }

  @Test
  void anOfficerConfirmsAPhone() {
    people.confirmPhone(officer(COMMUNE_A), person, phone("0912345678"), NOW);
    Identity identity = people.open(officer(COMMUNE_A), person, "NOTIFY", null);
    assertThat(identity.phones()).containsExactly(new PhoneOf(phone("0912345678"), NOW, 7L));
  }

  @Test
  void aNewCodeReplacesTheOneBefore() {
    PersonalCode lost = people.ownCode(person, NOW);
    PersonalCode printed = people.newPersonalCode(officer(COMMUNE_A), person, NOW);
    assertThat(people.byPersonalCode(lost)).isEmpty();
    assertThat(people.byPersonalCode(printed)).hasValue(person);
    assertThat(people.ownCode(person, NOW)).isEqualTo(printed);
  }

  private static Correction correction(String name, int version) {
    return new Correction(
        new PersonName(name),
        new PartialDate(1991, 5, 0),
        null,
        null,
        null,
        null,
        COMMUNE_A,
        Correction.Reason.STATED_BY_PERSON,
        version);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).hasMessage("people.refused.not-found");
  }

  private long acts() {
    return fixture.count(
        "select count(*) from audit.entry e join audit.entry_person p on p.entry = e.number where kind = 'people.open'");
  }
}
