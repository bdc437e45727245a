package vn.lachan.app.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.engine.tracing.ContactClass;

/** What an agency is given: the approved fields of the approved persons, nothing else. */
public record AgencyAnswer(AgencyView view, List<Line> lines) {
  public AgencyAnswer {
    lines = List.copyOf(lines);
  }

  /**
   * One person. A field that was not approved is null.
   *
   * @param phones national form
   * @param unit commune of residence, with the address
   * @param contactClass null for the case itself
   */
  public record Line(
      @Nullable String name,
      @Nullable String birth,
      @Nullable String phones,
      @Nullable String address,
      @Nullable Integer unit,
      @Nullable String citizenNumber,
      @Nullable ContactClass contactClass,
      @Nullable Integer generation,
      @Nullable LocalDate lastDay,
      @Nullable FollowUp followUp) {
    @Override
    public String toString() {
      return "Line[]";
    }
  }

  @Override
  public String toString() {
    return "AgencyAnswer[" + view.row().number() + "]";
  }
}
