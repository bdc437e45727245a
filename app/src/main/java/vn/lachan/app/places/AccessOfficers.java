package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Actors;
import vn.lachan.app.access.SignedIn;

/** Accounts as the module access has them; the program itself may do what it began. */
@Component
class AccessOfficers implements Officers {
  private final Actors actors;

  AccessOfficers(Actors actors) {
    this.actors = actors;
  }

  @Override
  public Optional<Actor> find(long account, Instant now) {
    return account == 0
        ? Optional.of(Actor.program())
        : actors.find(account, now).map(SignedIn::actor);
  }
}
