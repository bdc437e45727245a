package vn.lachan.app.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/** By when a request must be answered, by the law of the day on which it came. */
@Component
class RequestClocks {
  private static final int NAME_LETTERS = 100;
  private static final int CONTACT_LETTERS = 300;

  private final Periods periods;
  private final PrivacySettings settings;

  RequestClocks(Periods periods, PrivacySettings settings) {
    this.periods = periods;
    this.settings = settings;
  }

  void check(NewRequest request, Instant now) {
    checkWords(request.name(), request.contact(), request.text());
    Duration age = Duration.between(request.receivedAt(), now);
    if (age.isNegative() || age.toDays() > settings.olderDays()) {
      throw Refusal.invalid("privacy.refused.received-at", settings.olderDays());
    }
  }

  void checkWords(String name, String contact, @Nullable String text) {
    if (name.isBlank() || name.length() > NAME_LETTERS) {
      throw Refusal.invalid("privacy.refused.name", NAME_LETTERS);
    }
    if (contact.isBlank() || contact.length() > CONTACT_LETTERS) {
      throw Refusal.invalid("privacy.refused.contact", CONTACT_LETTERS);
    }
    if (text != null && text.length() > settings.textLetters()) {
      throw Refusal.invalid("privacy.refused.text-too-long", settings.textLetters());
    }
  }

  /**
   * The clocks of a request.
   *
   * @throws Refusal {@code privacy.refused.no-law} where no document known held on that day
   */
  RequestTable.Clocks of(NewRequest request) {
    Instant start = request.receivedAt();
    Optional<Period> acknowledge = periods.at(Duty.ACKNOWLEDGE, start);
    Duty duty = request.kind().decision(request.thirdParties());
    Optional<Period> decision = duty == null ? Optional.empty() : periods.at(duty, start);
    Period law =
        decision
            .or(() -> acknowledge)
            .or(() -> periods.at(Duty.ACCESS, start))
            .orElseThrow(() -> Refusal.invalid("privacy.refused.no-law"));
    return new RequestTable.Clocks(
        acknowledge.map(period -> periods.end(period, start)).orElse(null),
        decision.map(period -> periods.end(period, start)).orElse(null),
        law.document(),
        law.certainty());
  }

  /** Once, before it is decided, and where the law of the day knows a period to be prolonged. */
  Optional<Instant> mayExtendUntil(StoredRequest stored) {
    if (stored.decisionDue() == null || stored.extendedAt() != null || stored.decidedAt() != null) {
      return Optional.empty();
    }
    Instant due = stored.decisionDue();
    return periods.at(Duty.EXTENSION, stored.receivedAt()).map(period -> periods.end(period, due));
  }
}
