package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person lives and lived and with whom, masked: addresses stay sealed.
 *
 * @param version of the identity, which a move names
 * @param residences former ones, the latest first
 */
public record HomeFile(
    MaskedPerson person, int version, List<Household> households, List<Residence> residences) {
  public HomeFile {
    households = List.copyOf(households);
    residences = List.copyOf(residences);
  }

  /**
   * A household that the person belongs or belonged to.
   *
   * @param current whether the person lives there still
   */
  public record Household(UUID id, HouseholdKind kind, boolean current, List<Member> members) {
    public Household {
      members = List.copyOf(members);
    }
  }

  /**
   * One stay in a household.
   *
   * @param leftAt null: still
   * @param saidBy on whose word; null for what was loaded
   * @param recordedBy the account that recorded it; null for what was loaded
   * @param self whether it is the person whose page this is
   */
  public record Member(
      MaskedPerson person,
      Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable SaidBy saidBy,
      @Nullable Long recordedBy,
      boolean self) {}

  /** A former home; who opens the person sees its address. */
  public record Residence(
      Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable Integer unit,
      boolean addressKnown,
      @Nullable SaidBy saidBy,
      @Nullable Long recordedBy) {}
}
