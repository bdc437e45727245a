package vn.lachan.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateFleet.FleetState;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;

/** An officer sees the devices of their reach, and which of them need somebody. */
@ProgramTest
class GateFleetTests {
  @LocalServerPort private int port;
  @Autowired private GateFleet fleet;
  @Autowired private GateOffice office;
  @Autowired private GateDoor door;
  @Autowired private Accounts accounts;
  @Autowired private Places places;
  @Autowired private Units units;

  private GateWorld gate;
  private Actor owner;

  @BeforeEach
  void create() {
    gate = new GateWorld(office, door, accounts, places, units);
    owner =
        new Actor(
            gate.keeper,
            "Chủ điểm",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.OWNER, new Scope.OfPlace(gate.place.number()))));
  }

  @Test
  void aDeviceIsListedUnderWhatItsLastWordSays() {
    Instant now = Instant.now();
    GateDevice quiet = gate.device();
    GateDevice odd = gate.device();
    GateDevice lost = gate.device();
    new GateWorld(office, door, accounts, places, units).device();
    door.take(
        quiet,
        List.of(
            gate.seal(
                quiet,
                "shift-start",
                gate.keeper,
                now.minusSeconds(5),
                ",\"shift\":\"%s\"".formatted(UUID.randomUUID()))),
        now);
    door.contact(odd, new GateDoor.DeviceReport(7, 2, 3_600, now.minusSeconds(90), 0), now);
    office.revoke(Actor.program(), lost.publicId(), "Mất", now);

    assertThat(names(FleetState.IN_USE, now)).containsExactly(odd.publicId(), quiet.publicId());
    assertThat(names(FleetState.WAITING, now)).containsExactly(odd.publicId());
    assertThat(names(FleetState.DRIFTING, now)).containsExactly(odd.publicId());
    assertThat(names(FleetState.REFUSED, now)).containsExactly(odd.publicId());
    assertThat(names(FleetState.REVOKED, now)).containsExactly(lost.publicId());
    assertThat(names(FleetState.SILENT, now)).isEmpty();
    assertThat(names(FleetState.NEVER, now)).isEmpty();
    GateDevice fresh = gate.strangeDevice();
    assertThat(names(FleetState.NEVER, now)).containsExactly(fresh.publicId());
    office.revoke(Actor.program(), fresh.publicId(), "Thử", now);
    Instant later = now.plus(Duration.ofHours(1));
    assertThat(names(FleetState.SILENT, later)).containsExactly(quiet.publicId());
    assertThat(fleet.counts(owner, later)).isEqualTo(new GateFleet.Counts(2, 1, 0, 1, 1, 1, 2));
  }

  @Test
  void aCodeStandsOnOnePageThatMayBeLoadedAnew() {
    Instant now = Instant.now();
    String username = "gates.owner." + gate.place.number();
    long account = accounts.create(username, "Chủ điểm", "mat-khau-dai", false, now);
    accounts.grant(account, new Grant(Role.OWNER, new Scope.OfPlace(gate.place.number())), 0, now);
    Browser browser = Browser.signedIn(port, username, "mat-khau-dai");
    String page = "/gates/places/" + gate.place.publicId();
    for (String[] form :
        new String[][] {
          {"/enrol", "name", "Máy cổng sau"}, {"/pin", "account", "" + gate.keeper}
        }) {
      HttpResponse<String> sent = browser.submit(page, page + form[0], form[1], form[2]);
      assertThat(sent.statusCode()).isEqualTo(302);
      assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(page);
      assertThat(browser.get(page).body()).contains("gate-secret");
      assertThat(browser.get(page).body()).doesNotContain("gate-secret");
    }
  }

  private List<UUID> names(FleetState state, Instant now) {
    return fleet.devices(owner, state, null, now).rows().stream()
        .map(GateFleet.FleetRow::device)
        .toList();
  }
}
