package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import vn.lachan.app.access.Actor;

/** What long work needs of the module access: whoever began it, with the rights of this moment. */
interface Officers {
  Optional<Actor> find(long account, Instant now);
}
