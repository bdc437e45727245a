package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of the list of areas with an outbreak ("danh sách vùng dịch"). It is dated data: a
 * declaration is judged by what was listed on the days that it speaks of.
 */
public interface ListedAreas {
  /**
   * The list, the latest first; DECLARATIONS_READ.
   *
   * @param onDay only what counts on this day; null for all, also what was taken back
   */
  Page<ListedArea> list(Actor actor, @Nullable LocalDate onDay, @Nullable String after, int rows);

  /**
   * Enters an area; DECLARATIONS_RULES over a whole province, an act in the audit record.
   *
   * @throws Refusal {@code declarations.refused.area-…}
   */
  UUID enter(Actor actor, NewArea area, Instant now);

  /**
   * Says on which day it was the last time listed; as {@link #enter}.
   *
   * @throws Refusal {@code declarations.refused.area-days}
   */
  void end(Actor actor, UUID area, LocalDate lastDay, Instant now);

  /**
   * Takes back what was entered wrongly: it never counts again; as {@link #enter}. Levels that were
   * given stay.
   */
  void withdraw(Actor actor, UUID area, String reason, Instant now);
}
