package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** One reason not to record a visit. */
interface RefusalRule {
  /** Why the visit is refused; null where this rule has nothing against it. */
  @Nullable Refusal refusal(CheckedVisit visit);
}
