package vn.lachan.app.privacy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;

/**
 * A request of an agency with what was typed. Whom the lines speak of is told to those who decide
 * only, never to the agency.
 */
public record OpenedAgencyRequest(
    AgencyView view, Map<String, String> fields, List<Candidate> candidates) {
  public OpenedAgencyRequest {
    fields = Map.copyOf(fields);
    candidates = List.copyOf(candidates);
  }

  /** A line and whom it means. */
  public record Candidate(String line, @Nullable MaskedPerson person, Verdict verdict) {
    @Override
    public String toString() {
      return "Candidate[" + verdict + "]";
    }
  }

  /** Whether somebody may be given. */
  public enum Verdict {
    IN_CASE,
    NOT_OF_CASE,
    RESTRICTED,
    UNKNOWN,
    UNREADABLE
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  @Override
  public String toString() {
    return "OpenedAgencyRequest[" + view.row().number() + "]";
  }
}
