package vn.lachan.app.paper;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.NewAccount;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * Filled-in sheets that are given to keyers. Who manages batches is not who keys them: a keyer's
 * right is a row of the batch, and ends with it.
 */
public interface Batches {
  /**
   * Makes a batch; PAPER_MANAGE over its place or commune. Sheets that are void, taken or in
   * another batch are left out.
   *
   * @throws Refusal {@code paper.refused.name}, {@code paper.refused.no-sheets}, {@code
   *     paper.refused.mixed} for serials of several places or forms
   */
  UUID make(Actor actor, NewBatch asked, Instant now);

  /**
   * Batches in reach, the latest first; PAPER_READ.
   *
   * @param open those that are not closed, or those that are
   */
  Page<BatchRow> list(Actor actor, boolean open, @Nullable String after, int rows);

  /**
   * One of them; PAPER_READ.
   *
   * @throws Refusal {@code paper.refused.no-batch}
   */
  BatchRow get(Actor actor, UUID batch);

  /** Its sheets in order; PAPER_READ. */
  List<SheetRow> sheets(Actor actor, UUID batch);

  /** Who keys it and who did; PAPER_READ. */
  List<KeyerRow> keyers(Actor actor, UUID batch);

  /**
   * Makes an account for a volunteer and gives them the batch; PAPER_MANAGE.
   *
   * @return the account with its one-time password, shown once
   */
  NewAccount newKeyer(Actor actor, UUID batch, String displayName, Instant now);

  /**
   * Gives the batch to somebody who may key; PAPER_MANAGE.
   *
   * @throws Refusal {@code paper.refused.no-keyer}, {@code paper.refused.keyers}
   */
  void give(Actor actor, UUID batch, String username, Instant now);

  /** Takes the batch from somebody; PAPER_MANAGE. */
  void take(Actor actor, UUID batch, long account, Instant now);

  /** Ends the keying; what waits stays; PAPER_MANAGE. */
  void close(Actor actor, UUID batch, Instant now);

  /** PAPER_MANAGE. */
  void reopen(Actor actor, UUID batch, Instant now);

  /**
   * Says that the sheets taken so far were compared with their photographs, which destroys these;
   * PAPER_MANAGE.
   *
   * @return how many photographs were destroyed
   */
  int verify(Actor actor, UUID batch, Instant now);
}
