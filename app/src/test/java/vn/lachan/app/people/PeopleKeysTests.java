package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.tracer;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Keyring;

class PeopleKeysTests {
  private static final Actor OPERATOR =
      new Actor(
          5,
          "Vận hành",
          Actor.Kind.STAFF,
          List.of(new Grant(Role.OPERATOR, new Scope.Everywhere())));

  private PeopleFixture fixture;
  private People people;
  private Keys keys;
  private final List<String> kept = new ArrayList<>();

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    people = fixture.people();
    keys = fixture.bean(Keys.class);
    fixture.keyring.keepWith(
        (master, lookup) -> {
          kept.clear();
          kept.add(master);
          kept.add(lookup);
        });
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void theMasterKeyIsExchangedWhileTheProgramRuns() {
    List<Long> persons = persons(700);
    long before = persons.getFirst();
    keys.rotate(OPERATOR, KeyReport.Kind.MASTER);

    long after = people.identify(claim(null, "0987654321", "Lê Thị Mới", 1980), NOW).person();
    assertThat(rows(KeyReport.Kind.MASTER)).containsExactly(700L, 1L);
    assertThat(people.open(tracer(), before, "TRACE", null).name()).isEqualTo("Lê Thị Hoa");
    assertThat(people.open(tracer(), after, "TRACE", null).name()).isEqualTo("Lê Thị Mới");
    assertThat(fixture.jobs.started.getFirst().kind()).isEqualTo("people.rewrap");
    assertThat(fixture.jobs.started.getFirst().total()).isEqualTo(700);

    FakeJobs.run(fixture.bean(KeyRewrapping.class));

    assertThat(rows(KeyReport.Kind.MASTER)).containsExactly(0L, 701L);
    assertThat(people.open(tracer(), before, "TRACE", null).name()).isEqualTo("Lê Thị Hoa");
    byte[] wrapped =
        fixture
            .jdbc()
            .sql("select wrapped_key from people.person where number = " + before)
            .query(byte[].class)
            .single();
    assertThat(Keyring.wrappedVersion(wrapped)).isEqualTo(fixture.keyring.masterVersion());
    Keyring afterRestart = Keyring.read(kept.getFirst(), kept.getLast());
    assertThat(afterRestart.masterVersion()).isEqualTo(fixture.keyring.masterVersion());
    assertThat(afterRestart.masterVersions()).hasSize(2);
  }

  @Test
  void anOldMasterVersionIsRetiredOnceItWrapsNothing() {
    long person = persons(3).getFirst();
    int old = fixture.keyring.masterVersion();
    keys.rotate(OPERATOR, KeyReport.Kind.MASTER);
    int newest = fixture.keyring.masterVersion();
    assertThatThrownBy(() -> keys.retire(OPERATOR, old, NOW)).hasMessage("people.refused.key-used");
    assertThatThrownBy(() -> keys.retire(OPERATOR, newest, NOW))
        .hasMessage("people.refused.key-used");
    FakeJobs.run(fixture.bean(KeyRewrapping.class));
    assertThat(key(KeyReport.Kind.MASTER).versions())
        .extracting(KeyReport.Version::text)
        .containsExactly(Integer.toUnsignedString(old), Integer.toUnsignedString(newest));
    keys.retire(OPERATOR, old, NOW);
    assertThat(fixture.keyring.masterVersions()).containsExactly(newest);
    assertThat(people.open(tracer(), person, "TRACE", null).name()).isEqualTo("Lê Thị Hoa");
    assertThatThrownBy(() -> keys.retire(OPERATOR, old, NOW))
        .hasMessage("people.refused.no-key-version");
    assertThat(Keyring.read(kept.getFirst(), kept.getLast()).masterVersions())
        .containsExactly(newest);
  }

  @Test
  void theLookUpKeyIsExchangedAndEverybodyIsFoundAllTheTime() {
    persons(300);
    String token = people.newDevice(1, NOW);
    keys.rotate(OPERATOR, KeyReport.Kind.LOOKUP);

    assertFound(token);
    persons(310);
    assertThat(fixture.count("select count(*) from people.person")).isEqualTo(310);
    assertFound(token);

    FakeJobs.run(fixture.bean(KeyRehashing.class));

    assertThat(rows(KeyReport.Kind.LOOKUP).getFirst()).isZero();
    assertFound(token);
    people.identify(Claim.byDevice(token, Source.RESIDENT), NOW.plus(java.time.Duration.ofDays(1)));
    KeyReport.Key lookup = key(KeyReport.Kind.LOOKUP);
    assertThat(lookup.versions()).extracting(KeyReport.Version::devices).containsExactly(0L, 1L);
    assertFound(token);
  }

  @Test
  void onlyAnOperatorAsksAndKeysOfTheEnvironmentAreLeftAlone() {
    assertThatThrownBy(() -> keys.report(tracer())).hasMessage("access.forbidden");
    assertThatThrownBy(() -> keys.rotate(tracer(), KeyReport.Kind.MASTER))
        .hasMessage("access.forbidden");
    Keyring keyring = Keyring.generate();
    assertThat(keyring.mayAddVersions()).isFalse();
    assertThatThrownBy(keyring::addMasterVersion).isInstanceOf(IllegalStateException.class);
    assertThat(keyring.masterVersions()).hasSize(1);
  }

  private void assertFound(String token) {
    assertThat(people.byDevice(token)).hasValue(1);
    assertThat(people.identify(claim(null, "0912300007", "Lê Thị Hoa", 1990), NOW).isNew())
        .isFalse();
    assertThat(
            fixture
                .bean(NameSearch.class)
                .byName(
                    tracer(), NameQuery.parse("le thi hoa", 1990, null, null), "TRACE", null, NOW)
                .rows())
        .hasSize(50);
  }

  private List<Long> persons(int count) {
    List<Claim> claims = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      claims.add(claim(null, "09123%05d".formatted(n), "Lê Thị Hoa", 1990));
    }
    return people.identifyAll(claims, NOW).stream().map(Identified::person).toList();
  }

  private List<Long> rows(KeyReport.Kind kind) {
    return key(kind).versions().stream().map(KeyReport.Version::rows).toList();
  }

  private KeyReport.Key key(KeyReport.Kind kind) {
    return keys.report(OPERATOR).keys().stream()
        .filter(key -> key.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
