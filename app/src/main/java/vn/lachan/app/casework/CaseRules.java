package vn.lachan.app.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** What the dates of a case can be. The first that cannot be is refused by name. */
final class CaseRules {
  /** The longest incubation that anybody states for a disease traced here, in days. */
  static final int INCUBATION_DAYS = 21;

  /** How far a clock may be off. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private CaseRules() {}

  static void check(CaseFacts facts, Instant now, ZoneId zone, int olderDays) {
    LocalDate today = now.atZone(zone).toLocalDate();
    if (facts.onset() == null && facts.sample() == null && facts.firstContact() == null) {
      throw Refusal.invalid("casework.refused.no-date");
    }
    if (facts.symptomatic() && facts.onset() == null) {
      throw Refusal.invalid("casework.refused.onset-missing");
    }
    if (!facts.symptomatic() && facts.onset() != null) {
      throw Refusal.invalid("casework.refused.onset-without-symptoms");
    }
    notInFuture(facts, today);
    if (facts.isolatedAt() != null && facts.isolatedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
      throw Refusal.invalid("casework.refused.isolation-future");
    }
    notTooOld(facts, today.minusDays(olderDays), olderDays);
    inOrder(facts);
  }

  private static void notInFuture(CaseFacts facts, LocalDate today) {
    if (after(facts.onset(), today)) {
      throw Refusal.invalid("casework.refused.onset-future");
    }
    if (after(facts.sample(), today)) {
      throw Refusal.invalid("casework.refused.sample-future");
    }
    if (after(facts.firstContact(), today)) {
      throw Refusal.invalid("casework.refused.contact-future");
    }
    if (after(facts.confirmedOn(), today)) {
      throw Refusal.invalid("casework.refused.confirmed-future");
    }
  }

  private static void notTooOld(CaseFacts facts, LocalDate earliest, int days) {
    boolean old =
        after(earliest, facts.onset())
            || after(earliest, facts.sample())
            || after(earliest, facts.firstContact())
            || after(earliest, facts.confirmedOn());
    if (old) {
      throw Refusal.invalid("casework.refused.too-old", days);
    }
  }

  private static void inOrder(CaseFacts facts) {
    LocalDate onset = facts.onset();
    if (onset != null && after(onset.minusDays(INCUBATION_DAYS), facts.sample())) {
      throw Refusal.invalid("casework.refused.sample-before-onset", INCUBATION_DAYS);
    }
    if (after(facts.firstContact(), onset)) {
      throw Refusal.invalid("casework.refused.contact-after-onset");
    }
    if (after(facts.firstContact(), facts.sample())) {
      throw Refusal.invalid("casework.refused.contact-after-sample");
    }
    if (after(facts.sample(), facts.confirmedOn())) {
      throw Refusal.invalid("casework.refused.confirmed-before-sample");
    }
  }

  /** Whether both are known and the first lies after the second. */
  private static boolean after(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one != null && other != null && one.isAfter(other);
  }
}
