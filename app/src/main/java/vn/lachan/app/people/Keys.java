package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * The two keys of identity and their versions: the front door of those who operate the program. A
 * rotation makes a new version that is used for all that is new, and starts long work that brings
 * what is stored to it; both versions are read meanwhile, and afterwards: a version is never
 * removed, because other modules' rows and devices that stay away may still need it. A third key
 * signs personal codes; it seals nothing, so nothing has to be brought to its new version.
 */
public interface Keys {
  /** Versions of both keys and how many rows of persons each still holds; OPERATE. */
  KeyReport report(Actor actor);

  /**
   * Begins a rotation and returns the long work that finishes it; OPERATE. Where keys come from the
   * environment and the newest version is already unused by some rows, only the work is started.
   *
   * @throws Refusal {@code people.refused.keys-elsewhere}, {@code people.refused.rotating}
   */
  UUID rotate(Actor actor, KeyReport.Kind kind);

  /** The keys that sign personal codes, the newest first; OPERATE. */
  List<SigningKey> signing(Actor actor);

  /**
   * Makes a new version that signs personal codes from now on; OPERATE. Codes of older versions
   * stay good until they expire.
   *
   * @throws Refusal {@code people.refused.keys-elsewhere}
   */
  void rotateSigning(Actor actor, Instant now);
}
