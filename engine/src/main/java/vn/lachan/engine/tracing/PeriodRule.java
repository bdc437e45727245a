package vn.lachan.engine.tracing;

import org.jspecify.annotations.Nullable;

/**
 * When a case begins to be infectious, in whole local days.
 *
 * @param daysBeforeOnset of a case with symptoms
 * @param daysBeforeSample of a case without symptoms, counted from the positive sample
 * @param daysAfterFirstContact of a case without symptoms whose source is known, counted from the
 *     first contact with it; null where the rule knows no such case
 */
public record PeriodRule(
    int daysBeforeOnset, int daysBeforeSample, @Nullable Integer daysAfterFirstContact) {
  public static final int MAXIMUM_DAYS = 60;

  public PeriodRule {
    requireDays(daysBeforeOnset);
    requireDays(daysBeforeSample);
    if (daysAfterFirstContact != null) {
      requireDays(daysAfterFirstContact);
    }
  }

  private static void requireDays(int days) {
    if (days < 0 || days > MAXIMUM_DAYS) {
      throw new IllegalArgumentException("days " + days + " outside 0 to " + MAXIMUM_DAYS);
    }
  }
}
