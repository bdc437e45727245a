package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * The key that signs personal codes and its versions: a front door of those who operate the
 * program. It seals nothing, so nothing has to be brought to a new version.
 */
public interface CodeSigning {
  /** The versions whose signatures are believed, that which signs first; OPERATE. */
  List<SigningKey> versions(Actor actor);

  /**
   * Makes a new version that signs from now on; OPERATE everywhere. Codes of older versions stay
   * good until they expire.
   *
   * @throws Refusal {@code people.refused.keys-elsewhere}
   */
  void rotate(Actor actor, Instant now);
}
