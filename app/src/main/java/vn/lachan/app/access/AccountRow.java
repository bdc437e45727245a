package vn.lachan.app.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as those see it who manage accounts. */
public record AccountRow(
    long number,
    Actor.Kind kind,
    @Nullable String username,
    String displayName,
    Instant createdAt,
    @Nullable Instant closedAt,
    boolean passwordIsOneTime,
    List<Assignment> assignments) {
  public AccountRow {
    assignments = List.copyOf(assignments);
  }

  AccountRow with(List<Assignment> held) {
    return new AccountRow(
        number, kind, username, displayName, createdAt, closedAt, passwordIsOneTime, held);
  }
}
