package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Limits;
import vn.lachan.engine.scan.PhoneNumber;

class AccessRolesTests {
  private static final Instant NOON = Instant.parse("2021-08-03T05:00:00Z");
  private static final int COMMUNE = 2_115_667;
  private static final int DISTRICT = 2_100_397;
  private static final String PASSWORD = "mat-khau-dai";

  private TestDatabase database;
  private AccessFixture here;
  private Actor operator;

  @BeforeEach
  void create() throws SQLException {
    database = TestDatabase.create();
    here = new AccessFixture(database, Keyring.generate(), true);
    try (var connection = database.superuser();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into units.within_any (ancestor_id, unit_id) values (%1$d, %1$d), (%2$d, %2$d), (%1$d, %2$d) on conflict do nothing"
              .formatted(DISTRICT, COMMUNE));
    }
    long number = here.accounts.create("dieu.hanh", "Điều Hành", PASSWORD, false, NOON);
    here.accounts.grant(number, new Grant(Role.OPERATOR, new Scope.Everywhere()), 0, NOON);
    operator = actor(number, NOON);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void rolesBecomeTheReachOfQueries() {
    NewAccount made =
        here.accounts.createStaff(operator, "xa.dong.tien", "Xã Đồng Tiến", commune(), NOON);
    here.accounts.grant(
        operator,
        made.number(),
        new Grant(Role.SECTOR, new Scope.OfSector("health", DISTRICT)),
        NOON);
    Actor officer = actor(made.number(), NOON);

    assertThat(officer.require(Permission.PEOPLE_OPEN))
        .isEqualTo(new Reach(false, List.of(COMMUNE), List.of(), List.of()));
    assertThat(officer.require(Permission.PLACES_READ).sectors())
        .containsExactly(new Scope.OfSector("health", DISTRICT));
    assertThatThrownBy(() -> officer.require(Permission.AUDIT_READ)).hasMessage("access.forbidden");
  }

  @Test
  void aRevokedRoleAndAClosedAccountEndAtOnce() {
    NewAccount made =
        here.accounts.createStaff(operator, "xa.dong.tien", "Xã Đồng Tiến", commune(), NOON);
    assertThat(actor(made.number(), NOON).may(Permission.PEOPLE_OPEN)).isTrue();

    here.accounts.revoke(
        operator, here.accounts.assignments(made.number()).getFirst().number(), NOON);
    assertThat(actor(made.number(), NOON).may(Permission.PEOPLE_OPEN)).isFalse();

    here.accounts.close(operator, made.number(), "nghỉ việc", NOON);
    assertThat(here.actors.find(made.number(), NOON)).isEmpty();
    here.accounts.reopen(operator, made.number(), NOON);
    assertThat(here.actors.find(made.number(), NOON)).isPresent();
  }

  @Test
  void anotherCopyLearnsOfItWithinSeconds() {
    var otherCopy = new AccessFixture(database, here.keyring, true);
    NewAccount made =
        here.accounts.createStaff(operator, "xa.dong.tien", "Xã Đồng Tiến", commune(), NOON);
    assertThat(otherCopy.actors.find(made.number(), NOON)).isPresent();
    here.accounts.close(operator, made.number(), null, NOON);
    assertThat(otherCopy.actors.find(made.number(), NOON.plusSeconds(5))).isEmpty();
  }

  @Test
  void nobodyGivesWhatLiesOutsideTheirReach() {
    NewAccount made =
        here.accounts.createStaff(
            operator,
            "huyen.trieu.son",
            "Huyện",
            new Grant(Role.OPERATOR, new Scope.OfUnit(DISTRICT)),
            NOON);
    Actor district = actor(made.number(), NOON);

    assertThat(here.accounts.createStaff(district, "xa.mot", "Xã", commune(), NOON)).isNotNull();
    assertThatThrownBy(
            () ->
                here.accounts.createStaff(
                    district, "xa.hai", "Xã", new Grant(Role.TRACER, new Scope.Everywhere()), NOON))
        .hasMessage("access.refused.scope");
    assertThatThrownBy(() -> here.accounts.grant(district, district.account(), commune(), NOON))
        .hasMessage("access.refused.own");
    assertThat(here.accounts.list(district, AccountQuery.all(), Limits.PAGE_ROWS).rows())
        .extracting(AccountRow::username)
        .containsExactlyInAnyOrder("xa.mot", "huyen.trieu.son");
  }

  @Test
  void nobodyTakesOverWhoReachesFartherThanThemselves() {
    NewAccount made =
        here.accounts.createStaff(
            operator,
            "huyen.trieu.son",
            "Huyện",
            new Grant(Role.OPERATOR, new Scope.OfUnit(DISTRICT)),
            NOON);
    Actor district = actor(made.number(), NOON);
    long both = here.accounts.createStaff(operator, "hai.vai", "Hai vai", commune(), NOON).number();
    here.accounts.grant(operator, both, new Grant(Role.TRACER, new Scope.Everywhere()), NOON);

    assertThatThrownBy(() -> here.accounts.resetPassword(district, both, NOON))
        .hasMessage("access.refused.wider");
    assertThatThrownBy(() -> here.accounts.close(district, both, null, NOON))
        .hasMessage("access.refused.wider");
    here.accounts.close(operator, both, null, NOON);
    assertThatThrownBy(() -> here.accounts.reopen(district, both, NOON))
        .hasMessage("access.refused.wider");
  }

  @Test
  void whoLeftAPartIsNoLongerManagedFromIt() {
    NewAccount made =
        here.accounts.createStaff(
            operator,
            "huyen.trieu.son",
            "Huyện",
            new Grant(Role.OPERATOR, new Scope.OfUnit(DISTRICT)),
            NOON);
    Actor district = actor(made.number(), NOON);
    long moved = here.accounts.createStaff(operator, "xa.cu", "Xã cũ", commune(), NOON).number();
    assertThat(here.accounts.find(district, moved)).isNotNull();

    here.accounts.revoke(operator, here.accounts.assignments(moved).getFirst().number(), NOON);
    assertThatThrownBy(() -> here.accounts.resetPassword(district, moved, NOON))
        .hasMessage("access.refused.no-account");
  }

  @Test
  void aDisplayNameShowsAsWhatItIs() {
    for (String name : List.of("Nguyễn \u202eVăn", "<b>Ba</b>", "a\u0000b", "x".repeat(10_000))) {
      assertThatThrownBy(() -> here.accounts.createStaff(operator, "ten.la", name, commune(), NOON))
          .hasMessage("access.refused.display-name");
    }
  }

  @Test
  void accountsArePagedByKey() {
    for (int i = 0; i < 5; i++) {
      here.accounts.createStaff(operator, "can-bo-" + i, "Cán bộ " + i, commune(), NOON);
    }
    var first = here.accounts.list(operator, AccountQuery.all(), 4);
    var query = new AccountQuery(null, null, null, null, Long.valueOf(first.next()));
    var second = here.accounts.list(operator, query, 4);

    assertThat(first.rows()).hasSize(4);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isNull();
    var found = new AccountQuery("BỘ 3", null, null, null, null);
    assertThat(here.accounts.list(operator, found, 4).rows())
        .extracting(AccountRow::username)
        .containsExactly("can-bo-3");
  }

  @Test
  void anOwnerIsOneAccountAPhoneAndSealed() {
    var phone = new PhoneNumber("84912345678");
    long first = here.accounts.ownerFor(phone, "Nguyễn Văn Canari", NOON);
    long second = here.accounts.ownerFor(phone, "Khác", NOON);
    here.accounts.assignPlace(first, 77, 0, NOON);

    assertThat(second).isEqualTo(first);
    assertThat(here.accounts.ownerContact(first).orElseThrow().name())
        .isEqualTo("Nguyễn Văn Canari");
    assertThat(actor(first, NOON).require(Permission.VISITS_READ).places()).containsExactly(77L);
    assertThat(here.accounts.names(List.of(first)).get(first)).doesNotContain("Canari");
  }

  @Test
  void aKeepersInvitationServesOnceAndEnds() {
    long owner = here.accounts.ownerFor(new PhoneNumber("84912345678"), "Chủ", NOON);
    here.accounts.assignPlace(owner, 77, 0, NOON);
    Actor actor = actor(owner, NOON);
    Keepers.Invitation invitation = here.keepers.invite(actor, 77, NOON);
    Keepers.Invitation old = here.keepers.invite(actor, 77, NOON);

    Keepers.NewKeeper keeper =
        here.keepers.accept(invitation.token(), "Chị Ba", PASSWORD, NOON.plusSeconds(60));

    assertThat(here.signIns.signIn(keeper.username(), PASSWORD, "10.0.0.1", NOON).actor().kind())
        .isEqualTo(Actor.Kind.KEEPER);
    assertThatThrownBy(() -> here.keepers.accept(invitation.token(), "Ai", PASSWORD, NOON))
        .hasMessage("access.refused.invitation-over");
    assertThatThrownBy(
            () -> here.keepers.accept(old.token(), "Ai", PASSWORD, NOON.plus(Duration.ofDays(2))))
        .hasMessage("access.refused.invitation-over");
    assertThatThrownBy(() -> here.keepers.invite(actor, 78, NOON)).hasMessage("access.forbidden");

    here.keepers.revoke(actor, 77, here.keepers.list(actor, 77).getFirst().assignment(), NOON);
    assertThat(actor(keeper.account(), NOON).may(Permission.VISITS_CAPTURE)).isFalse();
  }

  @Test
  void aTokenCallsUntilItEndsOrIsRevoked() {
    Tokens.NewToken made =
        here.tokens.create(
            operator, "Kho dữ liệu", commune(), NOON.plus(Duration.ofDays(30)), NOON);

    assertThat(made.token()).startsWith("lct_");
    assertThat(here.tokens.use(made.token(), NOON).orElseThrow().actor().kind())
        .isEqualTo(Actor.Kind.TOKEN);
    assertThat(here.tokens.use(made.token() + "x", NOON)).isEmpty();
    assertThat(here.tokens.use(made.token(), NOON.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(here.tokens.list(operator).getFirst().lastUsed()).isNotNull();

    here.tokens.revoke(operator, made.number(), NOON);
    assertThat(here.tokens.use(made.token(), NOON)).isEmpty();
  }

  private static Grant commune() {
    return new Grant(Role.COMMUNE, new Scope.OfUnit(COMMUNE));
  }

  private Actor actor(long account, Instant now) {
    return here.actors.find(account, now).orElseThrow().actor();
  }
}
