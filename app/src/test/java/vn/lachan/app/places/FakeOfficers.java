package vn.lachan.app.places;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.lachan.app.access.Actor;

/** Officers whom a test made known. */
final class FakeOfficers implements Officers {
  private final Map<Long, Actor> known = new HashMap<>();

  Actor know(Actor actor) {
    known.put(actor.account(), actor);
    return actor;
  }

  void forget(Actor actor) {
    known.remove(actor.account());
  }

  @Override
  public Optional<Actor> find(long account, Instant now) {
    return Optional.ofNullable(known.get(account));
  }
}
