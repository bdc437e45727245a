package vn.lachan.app.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.Backups;

/**
 * How the database is backed up.
 *
 * @param lastWhole when the newest whole backup ended; null where there is none
 */
public record BackupState(
    Backups.Plan plan, @Nullable Instant lastWhole, List<Backups.BackupView> latest) {
  public BackupState {
    latest = List.copyOf(latest);
  }
}
