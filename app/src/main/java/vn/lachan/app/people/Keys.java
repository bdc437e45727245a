package vn.lachan.app.people;

import java.time.Instant;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * The two keys of identity and their versions: the front door of those who operate the program. A
 * rotation makes a new version that is used for all that is new, and starts long work that brings
 * what is stored to it; both versions are read meanwhile, and afterwards. An old version of the
 * master key that wraps nothing any more may be retired; one of the look-up key never, because
 * devices that stay away still need it.
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

  /**
   * Takes an old version of the master key out of its file; OPERATE. Refused while it wraps a key,
   * and until an hour after the work that wrapped the last ones anew. Backups made before need a
   * copy of the file as it was.
   *
   * @throws Refusal {@code people.refused.key-used}, {@code people.refused.key-fresh}, {@code
   *     people.refused.no-key-version}, {@code people.refused.keys-elsewhere}
   */
  void retire(Actor actor, int version, Instant now);
}
