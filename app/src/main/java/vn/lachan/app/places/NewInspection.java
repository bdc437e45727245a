package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector records at a place.
 *
 * @param place the place; null where it has no code yet
 * @param obliged its entry in the list of places that have to register; null where it has a code
 * @param previous the inspection whose reminder this visit follows; null for a first visit
 * @param at when they were there
 * @param metName who was met; sealed; null where nobody gave a name
 * @param note in the inspector's words; no identity
 * @param due until when a reminder is to be complied with
 * @param demand what is to be done
 * @param referredTo which authority goes on with it
 */
public record NewInspection(
    @Nullable UUID place,
    @Nullable UUID obliged,
    @Nullable UUID previous,
    Instant at,
    Met met,
    @Nullable String metName,
    List<Finding> findings,
    @Nullable String note,
    Outcome outcome,
    @Nullable LocalDate due,
    @Nullable String demand,
    @Nullable String referredTo) {
  public NewInspection {
    findings = List.copyOf(findings);
  }

  /** Whom the inspector spoke with. */
  public enum Met {
    OWNER,
    MANAGER,
    KEEPER,
    OTHER,
    NOBODY;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it ended on the spot. */
  public enum Outcome {
    COMPLIANT,
    REMINDER,
    REFERRAL;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was found about one question. */
  public enum Answer {
    MET,
    MISSED,
    NOT_APPLICABLE;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public record Finding(String item, Answer answer, @Nullable String note) {}

  /** Never shows whom the inspector met. */
  @Override
  public String toString() {
    return "NewInspection[" + at + "]";
  }
}
