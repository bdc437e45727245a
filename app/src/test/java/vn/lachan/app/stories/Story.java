package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** A walk through the program's pages; no page of it may complain in the browser's console. */
@ProgramTest
@Tag("browser")
abstract class Story {
  @LocalServerPort private int port;
  @Autowired private Clock clock;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;

  World world;
  Chromium chromium;

  @BeforeEach
  void begin() {
    world = new World(clock, accounts, units, places, people, visits);
    chromium = new Chromium();
  }

  @AfterEach
  void end() {
    try (Chromium closing = chromium) {
      assertThat(closing.complaints()).isEmpty();
    }
  }

  Somebody onPhone() {
    return chromium.somebody(port, Chromium.PHONE_WIDTH);
  }

  /** Somebody in front of another browser. */
  Somebody at(Chromium other) {
    return other.somebody(port, Chromium.DESK_WIDTH);
  }

  Somebody atDesk() {
    return chromium.somebody(port, Chromium.DESK_WIDTH);
  }
}
