package vn.lachan.app.privacy;

import java.util.List;

/**
 * One request of an agency.
 *
 * @param mayDecide whether the reader may approve or refuse it now
 * @param mayRevoke whether the reader may end an approval now
 * @param mayOpen whether the reader may open the answer now
 * @param officers whether the reader may see which officers acted
 */
public record AgencyView(
    AgencyRow row,
    boolean mayDecide,
    boolean mayRevoke,
    boolean mayOpen,
    boolean officers,
    List<Step> steps) {
  public AgencyView {
    steps = List.copyOf(steps);
  }
}
