package vn.lachan.app.operations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.people.KeyReport;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.SettingView;

/** What an operator sees and does; every method asks for OPERATE over the whole installation. */
public interface Operations {
  /** What needs attention first. */
  List<Check> checks(Actor actor);

  /** The copies of the program, the one seen last first. */
  List<Copy> copies(Actor actor);

  /** Long work, the latest first. */
  List<JobView> jobs(Actor actor, @Nullable String kind);

  /** Asks long work to stop after its portion; recorded. */
  void cancelJob(Actor actor, UUID job);

  /**
   * Begins to exchange a key of identity, as {@code people.Keys} does; refused while another copy
   * runs that would not know the new version.
   */
  UUID rotateKey(Actor actor, KeyReport.Kind kind);

  /** Exchanges the key that signs personal codes, as {@code people.CodeSigning}; refused alike. */
  void rotateSigning(Actor actor);

  /** Retires an old version of the master key, as {@code people.Keys} does; refused alike. */
  void retireKey(Actor actor, int version);

  /** Every setting with its value and where it comes from; secrets are not shown. */
  List<SettingView> settings(Actor actor);

  /** How the database is backed up, and the latest backups. */
  BackupState backups(Actor actor);

  /** What the database takes up, the largest schema first. */
  List<Storage> storage(Actor actor);
}
