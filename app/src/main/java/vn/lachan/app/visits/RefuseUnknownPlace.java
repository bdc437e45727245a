package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** No place bears the code. */
final class RefuseUnknownPlace implements RefusalRule {
  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    return visit.place() == null ? Refusal.notFound("visits.refused.unknown-place") : null;
  }
}
