package vn.lachan.app.privacy;

import java.util.Set;

/**
 * What an agency asks for. Only the agency, the purpose, the case and the fields are stored openly.
 *
 * @param officer who signs for the agency
 * @param paper number and date of the agency's letter
 * @param legalBasis the law that entitles the agency
 * @param persons whom it asks for, a phone, citizen number or personal code a line
 */
public record NewAgencyRequest(
    String agency,
    AgencyPurpose purpose,
    String officer,
    String paper,
    String legalBasis,
    long caseNumber,
    String persons,
    Set<AgencyField> asked) {
  public NewAgencyRequest {
    asked = Set.copyOf(asked);
  }

  @Override
  public String toString() {
    return "NewAgencyRequest[" + caseNumber + "]";
  }
}
