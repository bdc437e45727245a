package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Neither an entry nor a departure is stated. */
final class RefuseMalformed implements RefusalRule {
  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    return visit.at() == null ? Refusal.invalid("visits.refused.malformed") : null;
  }
}
