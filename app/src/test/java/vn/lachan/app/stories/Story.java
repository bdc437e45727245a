package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
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

  TestWorld world;
  Chromium chromium;

  @BeforeEach
  void begin() {
    world = new TestWorld(clock, accounts, units, places, people, visits);
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

  /** A phone whose browser keeps no worker: what it loads is the page's own. */
  Somebody onPhoneWithoutWorkers() {
    return chromium.withoutWorkers(port, Chromium.PHONE_WIDTH);
  }

  /** A tablet whose browser keeps its storage in that folder. */
  BrowserContext tablet(Path profile) {
    return chromium.kept(profile, port, Chromium.PHONE_WIDTH);
  }

  Somebody atDesk() {
    return chromium.somebody(port, Chromium.DESK_WIDTH);
  }

  /** Nothing that axe finds, and nothing wider than the window. */
  static void accessible(Somebody somebody) {
    accessible(somebody.page);
  }

  static void accessible(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    var found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .setLegacyMode(true)
            .analyze();
    assertThat(found.getViolations()).as(page.url()).isEmpty();
    assertThat(Somebody.overflow(page)).isZero();
  }

  /** The face that the page shows now, by day and by night. */
  static void accessibleByDayAndNight(Page page) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      accessible(page);
    }
  }
}
