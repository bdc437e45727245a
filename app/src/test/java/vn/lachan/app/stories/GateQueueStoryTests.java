package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.places.PlaceCard;

/**
 * What a gate's tablet keeps: as much as it must, through the death of the browser, and in order.
 */
class GateQueueStoryTests extends Story {
  private static final int RECORDS = 10_000;
  private static final Duration SPAN = Duration.ofHours(25);

  /** As the page does at each scan, with the time of a day ago, and all in one transaction. */
  private static final String CAPTURE_MANY =
      """
      const facts = await store.fact("device");
      const shift = await store.fact("shift");
      const first = await store.count("sequence", given.records) - given.records;
      const rows = [];
      for (let index = 1; index <= given.records; index++) {
        const at = Date.now() - given.millis + Math.floor(index * given.millis / (given.records + 1));
        const name = { key: crypto.randomUUID(), sequence: first + index };
        const content = { kind: "visit", at, account: shift.account, shift: shift.key, typed: false,
          text: given.card.replace("######", String(index).padStart(6, "0")) };
        const sealed = await seal.seal(content,
          { ...name, device: facts.device, publicKey: facts.sealKey.publicKey });
        rows.push({ ...name, ...sealed, sealKey: facts.sealKey.number, digits: "0000",
          stamp: { ...clock.stamp(facts), deviceAt: at, notBefore: at }, correction: null });
      }
      await store.keep(rows);
      """;

  private static final String OTHERS_FILL_IT =
      """
      const noise = crypto.getRandomValues(new Uint8Array(65536));
      try {
        for (let at = 0; ; at++) await store.setFact("others" + at, new Blob(Array(8).fill(noise)));
      } catch (failure) {
        if (!store.isFull(failure)) throw failure;
      }
      """;

  @Autowired private GateOffice office;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path profile;

  private PlaceCard place;
  private long keeper;

  @BeforeEach
  void place() {
    place = world.place();
    keeper =
        world
            .accounts()
            .byUsername(world.account(Role.KEEPER, new Scope.OfPlace(place.number())))
            .orElseThrow();
  }

  @Test
  void tenThousandRecordsOfADayOutliveTheBrowserAndArriveInOrder() {
    BrowserContext tablet = tablet(profile);
    GateTablet before = onShift(tablet.pages().getFirst());
    before.allSent();
    before.isInstalled();
    before.goOffline();
    before.inside(
        CAPTURE_MANY,
        Map.of(
            "records",
            RECORDS,
            "millis",
            (double) SPAN.toMillis(),
            "card",
            "0%d######||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021"
                .formatted(38_090 + place.number() % 50_000)));
    Chromium.kill(profile);

    BrowserContext restarted = tablet(profile);
    restarted.setOffline(true);
    var gate = new GateTablet(restarted.pages().getFirst());
    AtomicInteger sent = new AtomicInteger();
    AtomicReference<Route> held = new AtomicReference<>();
    gate.page.route("**/device/batches", route -> hold(route, sent, held));
    gate.page.navigate("/gates/device/gate");
    gate.isWaiting(RECORDS);
    restarted.clearCookies();
    gate.goOnline();
    gate.page.waitForSelector("#lost:not([hidden])");
    accessible(gate.page);
    gate.scan("038090999999||Trần Văn Bình|05031990|Nam|Thôn 3|10052021");
    gate.sees("Cho vào");
    comeBack(gate);
    gate.page.waitForCondition(() -> held.get() != null);
    gate.scan("038090999998||Trần Văn An|05031990|Nam|Thôn 3|10052021");
    gate.sees("Cho vào");
    gate.page.unroute("**/device/batches");
    held.get().resume();
    gate.page.setDefaultTimeout(120_000);
    gate.allSent();

    assertThat(visits()).isEqualTo(RECORDS + 2);
    assertThat(
            jdbc.sql(
                    """
                    select bool_and(first > coalesce(before, 0)) and sum(records) = :all
                    from (select min(sequence) as first, count(*) as records,
                            lag(max(sequence)) over (order by received_at) as before
                          from gates.record where kind in ('visit', 'shift-start') and device =
                            (select min(number) from gates.device where place = :place)
                          group by received_at) as batch
                    """)
                .param("all", RECORDS + 3)
                .param("place", place.number())
                .query(Boolean.class)
                .single())
        .as("in their order, each once")
        .isTrue();
    assertThat(
            jdbc.sql(
                    "select min(entered_at) < now() - interval '24 hours' from visits.visit where place = :place")
                .param("place", place.number())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  /** The browser's own quota, not a pretended one. */
  @Test
  void aFullTabletSaysSoLosesNothingAndStillEmptiesItsQueue() {
    Page page = onPhone().page;
    page.navigate("/sign-in");
    quota(page, 6_000_000);
    GateTablet gate = onShift(page);
    gate.allSent();
    gate.goOffline();
    gate.inside(OTHERS_FILL_IT, Map.of());
    int letIn = 0;
    while (!gate.page.isVisible("#storage")) {
      gate.scan(card(letIn));
      letIn += gate.text("#verdict").contains("Cho vào") ? 1 : 0;
    }
    gate.refuses(card(99), "Bộ nhớ của máy sắp hết");
    gate.isWaiting(letIn);
    gate.page.reload();
    gate.isWaiting(letIn);
    gate.page.waitForSelector("#storage:not([hidden])");

    gate.goOnline();
    gate.allSent();
    assertThat(visits()).isEqualTo(letIn);
    quota(page, 1_000_000_000);
    gate.scan(card(99));
    gate.sees("Cho vào");
    gate.allSent();
    assertThat(visits()).isEqualTo(letIn + 1);
  }

  private static void quota(Page page, long bytes) {
    CDPSession session = page.context().newCDPSession(page);
    var request = new JsonObject();
    request.addProperty("origin", page.url().replaceAll("(https?://[^/]+).*", "$1"));
    request.addProperty("quotaSize", bytes);
    session.send("Storage.overrideQuotaForOrigin", request);
  }

  /** The third request stays on its way until somebody lets it go. */
  private static void hold(Route route, AtomicInteger sent, AtomicReference<Route> held) {
    if (sent.incrementAndGet() == 3) {
      held.set(route);
    } else {
      route.resume();
    }
  }

  /** With a code of another device the page would hold what it cannot send. */
  private void comeBack(GateTablet gate) {
    String other = office.enrol(Actor.program(), place.publicId(), "Khác", false, now()).code();
    UUID device =
        office.devices(Actor.program(), place.publicId(), now()).stream()
            .filter(row -> row.enrolledAt() != null)
            .findFirst()
            .orElseThrow()
            .device();
    gate.page.click("#come-back");
    gate.page.fill("#code", other);
    gate.page.click("#enrol-form button");
    gate.page.locator("#enrol-error").getByText("của máy khác").waitFor();
    gate.page.fill("#code", office.renew(Actor.program(), device, now()).code());
    gate.page.click("#enrol-form button");
  }

  private static Instant now() {
    return Instant.now();
  }

  private GateTablet onShift(Page page) {
    Instant now = Instant.now();
    String code = office.enrol(Actor.program(), place.publicId(), "Máy", false, now).code();
    String pin = office.newPin(Actor.program(), place.publicId(), keeper, now);
    return new GateTablet(page).enrol(code).signOn(keeper, pin);
  }

  private String card(int number) {
    return "038091%06d||Lê Thị Hoa|05031991|Nam|Thôn 3|10052021"
        .formatted(place.number() % 10_000 * 100 + number);
  }

  private int visits() {
    return jdbc.sql("select count(*) from visits.visit where place = :place")
        .param("place", place.number())
        .query(Integer.class)
        .single();
  }
}
