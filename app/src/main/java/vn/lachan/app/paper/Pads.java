package vn.lachan.app.paper;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * Blank forms with serials. A pad belongs to a place, or to the station of a commune; whoever
 * reaches that reaches the pad.
 */
public interface Pads {
  /**
   * Makes pads; PAPER_MANAGE over each place, or over the commune.
   *
   * @return their public ids in the order of the places
   * @throws Refusal {@code paper.refused.place}, {@code paper.refused.unit}, {@code
   *     paper.refused.sheets}, {@code paper.refused.pads}, {@code declarations.refused.form}
   */
  List<UUID> make(Actor actor, NewPads asked, Instant now);

  /**
   * Pads in reach, the latest first; PAPER_READ.
   *
   * @param place only of this place
   */
  Page<PadRow> list(Actor actor, @Nullable UUID place, @Nullable String after, int rows);

  /**
   * One pad; PAPER_READ.
   *
   * @throws Refusal {@code paper.refused.no-pad}
   */
  PadRow get(Actor actor, UUID pad);

  /** All sheets of a pad in order; PAPER_READ. */
  List<SheetRow> sheets(Actor actor, UUID pad);

  /**
   * Writes a file with every sheet of the pads, page after page; PAPER_READ.
   *
   * @throws Refusal {@code paper.refused.print} beyond the most sheets of one file
   */
  void write(Actor actor, List<UUID> pads, OutputStream out);

  /**
   * Says of a sheet that it will never be keyed, and destroys its photograph; PAPER_MANAGE.
   *
   * @throws Refusal {@code paper.refused.serial}, {@code paper.refused.taken}
   */
  void declareVoid(Actor actor, UUID pad, String serial, VoidReason reason, Instant now);

  /** Takes that back; PAPER_MANAGE. */
  void restore(Actor actor, UUID pad, String serial, Instant now);
}
