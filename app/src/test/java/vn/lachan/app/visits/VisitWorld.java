package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.Browser;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/** Places, keepers and tokens of a test's own in the shared program. */
final class VisitWorld {
  private static final String PASSWORD = "mat-khau-dai";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Accounts accounts;
  private final Tokens tokens;
  private final Places places;
  final int commune;
  final int otherCommune;

  VisitWorld(Accounts accounts, Tokens tokens, Places places, Units units) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.places = places;
    var communes =
        units.children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id());
    commune = communes.get(2).id();
    otherCommune = communes.get(3).id();
  }

  PlaceCard place() {
    return place(commune, null);
  }

  PlaceCard place(int unit, @Nullable Instant validFrom) {
    var registration =
        new Registration(
            "Chợ Thử " + COUNT.incrementAndGet(),
            "eating-place",
            "Số 1",
            unit,
            null,
            null,
            "always",
            50,
            validFrom,
            validFrom == null ? null : validFrom.plus(Duration.ofHours(3)),
            null,
            null);
    UUID id = places.register(Actor.program(), registration, Instant.now());
    return places.byPublicId(id).orElseThrow();
  }

  Browser staff(int port, Role role, Scope scope) {
    Instant now = Instant.now();
    String username = "visits." + COUNT.incrementAndGet();
    long account = accounts.create(username, "Người trực", PASSWORD, false, now);
    accounts.grant(account, new Grant(role, scope), 0, now);
    return Browser.signedIn(port, username, PASSWORD);
  }

  String token(Role role) {
    Instant now = Instant.now();
    return "Bearer "
        + tokens
            .create(
                Actor.program(),
                "Hệ thống thử",
                new Grant(role, new Scope.OfUnit(commune)),
                now.plus(Duration.ofDays(1)),
                now)
            .token();
  }

  static String phone() {
    return "09%08d".formatted(10_000_000 + COUNT.incrementAndGet());
  }
}
