package vn.lachan.app.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.tracing.ContactFilter;
import vn.lachan.engine.tracing.ContactClass;

/**
 * Which contacts of a case are wanted; null means any.
 *
 * @param withdrawn true for withdrawn ones only, false for supported ones only
 * @param place exposed at the place of this public id
 * @param onlyNew listed after the case was opened
 * @param via exposed through the person of this public id
 * @param assigned whose task they are; ME is the account that asks
 * @param state what became of them; only those that have a task
 */
public record CaseContactFilter(
    @Nullable Integer generation,
    @Nullable ContactClass contactClass,
    @Nullable Boolean withdrawn,
    @Nullable UUID place,
    @Nullable Integer unit,
    int minimumMinutes,
    boolean onlyNew,
    @Nullable UUID via,
    @Nullable FollowUp state,
    @Nullable Assigned assigned,
    ContactFilter.Order order) {
  /** Who is to reach somebody. */
  public enum Assigned {
    ME,
    SOMEBODY,
    NOBODY
  }

  public static CaseContactFilter all() {
    return new CaseContactFilter(
        null, null, null, null, null, 0, false, null, null, null, ContactFilter.Order.RISK);
  }
}
