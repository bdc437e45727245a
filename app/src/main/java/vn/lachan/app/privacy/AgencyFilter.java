package vn.lachan.app.privacy;

import org.jspecify.annotations.Nullable;

/** Which requests of agencies are wanted; null means any. */
public record AgencyFilter(
    AgencyRow.@Nullable State state, @Nullable Long caseNumber, @Nullable String agency) {
  public static AgencyFilter all() {
    return new AgencyFilter(null, null, null);
  }
}
