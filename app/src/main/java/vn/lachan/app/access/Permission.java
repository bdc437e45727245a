package vn.lachan.app.access;

/** What somebody may do. Each route and each front-door method names one. */
public enum Permission {
  /** Places of one's scope, with their figures. */
  PLACES_READ,
  /** Registering and correcting places. */
  PLACES_REGISTER,
  /** Approving, returning and closing registrations. */
  PLACES_APPROVE,
  /** Figures of coverage, and the list of places that have to register. */
  COVERAGE_READ,
  /** Entering into that list, matching and striking off. */
  COVERAGE_WRITE,
  /** Inspections of places. */
  INSPECTIONS_READ,
  /** Recording inspections and what follows them. */
  INSPECTIONS_WRITE,
  /** Recording visits at a place. */
  VISITS_CAPTURE,
  /** Lists of visits with masked persons. */
  VISITS_READ,
  /** Withdrawing and correcting visits. */
  VISITS_WITHDRAW,
  /** Finding persons; rows are masked. */
  PEOPLE_READ,
  /** Finding persons by name; each search is recorded with its purpose. */
  PEOPLE_SEARCH,
  /** Opening a person's identity, recorded with its purpose. */
  PEOPLE_OPEN,
  /** Correcting persons, settling duplicates, confirming phones. */
  PEOPLE_EDIT,
  /** Destroying an identity for good. */
  PEOPLE_DESTROY,
  /** Entering health declarations for others: at a gate, from paper, from another system. */
  DECLARATIONS_WRITE,
  /** Lists and figures of health declarations; persons are masked, answers closed. */
  DECLARATIONS_READ,
  /** Opening what somebody declared, recorded with its purpose. */
  DECLARATIONS_OPEN,
  /** Taking lists of health declarations out of the program. */
  DECLARATIONS_EXPORT,
  /** The warning rules of health declarations, and the list of areas with an outbreak. */
  DECLARATIONS_RULES,
  /** Pads and batches of paper forms, with their figures; nothing of what anybody wrote. */
  PAPER_READ,
  /** Printing pads, giving batches to keyers, settling what two keyers read differently. */
  PAPER_MANAGE,
  /** Keying sheets of paper, of the batches that one was given and no others. */
  PAPER_KEY,
  /** Cases, their traces and contacts. */
  CASES_READ,
  /** Opening and changing cases, following contacts up. */
  CASES_WRITE,
  /** Taking lists with identity out of the program. */
  CASES_EXPORT,
  /** The audit record. */
  AUDIT_READ,
  /** Accounts, roles and API tokens. */
  ACCOUNTS_MANAGE,
  /** The registers of the data-protection law: requests of persons, processing, breaches. */
  PRIVACY_MANAGE,
  /** Asking for persons of a case on behalf of the police or another agency. */
  AGENCY_REQUEST,
  /** Approving, refusing and revoking what agencies ask for. */
  AGENCY_APPROVE,
  /** Reference data and settings of the installation. */
  OPERATE
}
