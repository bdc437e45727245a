package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.NewItinerary;

/**
 * The pages of each role, at a desk and on a phone, in light and in dark: axe finds nothing against
 * WCAG 2.2 AA, and no page is wider than its window.
 */
class AccessiblePagesTests extends Story {
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
  private static final int HEIGHT = 900;

  @Autowired private Cases cases;
  @Autowired private Itineraries itineraries;

  private PlaceCard place;
  private UUID person;
  private String contact;
  private String caseFile;

  @BeforeEach
  void makeCase() {
    Instant now = Instant.now();
    place = world.place();
    long index = world.person("Nguyễn Văn Bệnh", TestWorld.phone());
    long met = world.person("Trần Thị Gần", TestWorld.phone());
    world.visit(index, place, 0, 60);
    world.visit(met, place, 10, 40);
    person = world.people().publicId(index);
    contact = world.people().publicId(met).toString();
    var facts = new CaseFacts(true, world.yesterday(), null, null, null, null, world.yesterday());
    caseFile =
        "/casework/"
            + cases
                .open(
                    Actor.program(), new NewCase(person, null, null, "COVID-19", facts, null), now)
                .publicId();
  }

  @Test
  void ofVisitorsAndOwnersToBe() {
    check(
        onPhone(),
        "/",
        "/d/" + place.code().shown(),
        "/d",
        "/d?code=ABCD-1234",
        "/places/register?q=thanh",
        "/places/register?unit=" + world.commune().id(),
        "/sign-in",
        "/sign-in/phone",
        "/messaging/handset",
        "/access/invitation/xyz",
        "/gates/device/gate",
        "/nowhere");
  }

  @Test
  void ofTracers() {
    check(
        signedIn(Role.TRACER, new Scope.Everywhere()),
        "/",
        "/casework",
        caseFile + "?contact=" + contact,
        caseFile + "?view=timeline",
        caseFile + "?view=graph",
        caseFile + "?view=map",
        caseFile + "?view=map&place=" + place.publicId(),
        caseFile + "/correct",
        "/casework/new",
        "/casework/tasks",
        "/people",
        "/people/" + person,
        "/people/" + person + "/home",
        "/people/duplicates",
        "/people/duplicates?later=true",
        "/people/merges",
        "/search?q=quan",
        "/access/me");
  }

  @Test
  void ofPublishedItineraries() {
    Instant now = Instant.now();
    Instant noon = world.yesterday().atTime(12, 0).atZone(TestWorld.ZONE).toInstant();
    UUID published =
        itineraries.publish(
            Actor.program(),
            new NewItinerary(place.publicId(), noon, noon.plusSeconds(3_600), "Gọi trạm.", null),
            now);
    String list = "/tracing/itineraries";
    check(
        signedIn(Role.TRACER, new Scope.Everywhere()),
        list,
        list + "/" + published,
        list + "/new?text=chuyen",
        list + "/new?place=" + place.publicId());
    check(
        onPhone(),
        list + "/public",
        list + "/public/" + published,
        list + "/public/" + person,
        list + "/public/mine");
  }

  @Test
  void ofCommunes() {
    check(
        signedIn(Role.COMMUNE, world.inCommune()),
        "/",
        "/places",
        "/places/" + place.publicId(),
        "/places/" + place.publicId() + "/correct",
        "/places/new",
        "/places/approvals",
        "/places/" + place.publicId() + "/move",
        "/places/" + place.publicId() + "/split",
        "/places/" + place.publicId() + "/owner-change",
        "/places/coverage",
        "/places/coverage?by=sector&era=2021",
        "/places/obliged",
        "/places/obliged/new",
        "/places/inspections",
        "/places/inspections/new",
        "/people/" + person + "/destroy",
        "/people/destructions",
        "/paper",
        "/paper/pads/new",
        "/access/phones",
        "/nowhere");
  }

  @Test
  void ofOwnersAndKeepers() {
    check(
        signedIn(Role.OWNER, new Scope.OfPlace(place.number())),
        "/",
        "/places",
        "/visits/gate/" + place.publicId(),
        "/gates",
        "/gates/places/" + place.publicId(),
        "/visits/places/" + place.publicId() + "?day=" + world.yesterday(),
        "/access/keepers/" + place.number());
  }

  @Test
  void ofPrivacyOfficersAndAgencies() {
    check(
        signedIn(Role.PRIVACY, new Scope.Everywhere()),
        "/privacy",
        "/privacy/requests",
        "/privacy/requests/enter",
        "/privacy/processing",
        "/privacy/breaches",
        "/privacy/breaches/enter",
        "/privacy/assessments",
        "/privacy/assessments/begin",
        "/privacy/calendar");
    check(signedIn(Role.AGENCY, world.inCommune()), "/", "/privacy/agency", "/privacy/agency/new");
    check(onPhone(), "/privacy/requests/new", "/privacy/requests/state");
  }

  @Test
  void ofOperatorsAndAuditors() {
    check(
        signedIn(Role.OPERATOR, new Scope.Everywhere()),
        "/",
        "/access/accounts",
        "/access/accounts/1",
        "/access/accounts/new",
        "/access/tokens",
        "/units");
    check(signedIn(Role.AUDITOR, new Scope.Everywhere()), "/audit");
    check(signedIn(Role.AUDITOR, new Scope.Everywhere()), "/audit/head");
  }

  private Somebody signedIn(Role role, Scope scope) {
    return atDesk().signIn(world.account(role, scope));
  }

  private static void check(Somebody somebody, String... paths) {
    List<String> problems = new ArrayList<>();
    for (String path : paths) {
      paint(somebody.page, ColorScheme.LIGHT);
      somebody.open(path);
      inspect(somebody, path, problems);
      paint(somebody.page, ColorScheme.DARK);
      inspect(somebody, path + " in the dark", problems);
    }
    assertThat(problems).isEmpty();
  }

  private static void paint(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.evaluate(
        "name => document.documentElement.setAttribute('data-bs-theme', name)",
        scheme == ColorScheme.DARK ? "dark" : "light");
  }

  private static void inspect(Somebody somebody, String path, List<String> problems) {
    for (int width : List.of(Chromium.DESK_WIDTH, Chromium.PHONE_WIDTH)) {
      somebody.page.setViewportSize(width, HEIGHT);
      if (somebody.overflow() > 0) {
        problems.add(path + " at " + width + ": wider than the window");
      }
      var found = new AxeBuilder(somebody.page).withTags(RULES).setLegacyMode(true).analyze();
      for (Rule rule : found.getViolations()) {
        problems.add(path + " at " + width + ": " + rule.getId() + " " + nodes(rule));
      }
    }
  }

  private static String nodes(Rule rule) {
    return rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList().toString();
  }
}
