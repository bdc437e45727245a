package vn.lachan.app.access;

import static vn.lachan.app.access.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person is here for; each carries its permissions within the scope it is granted for. */
public enum Role {
  PROVINCE(
      PLACES_READ,
      PLACES_REGISTER,
      PLACES_APPROVE,
      COVERAGE_READ,
      COVERAGE_WRITE,
      INSPECTIONS_READ,
      INSPECTIONS_WRITE,
      VISITS_READ,
      PEOPLE_READ,
      PEOPLE_DESTROY,
      CASES_READ,
      AGENCY_REQUEST,
      AGENCY_APPROVE,
      DECLARATIONS_READ,
      DECLARATIONS_RULES,
      DECLARATIONS_EXPORT,
      PAPER_READ),
  DISTRICT(
      PLACES_READ,
      PLACES_REGISTER,
      PLACES_APPROVE,
      COVERAGE_READ,
      COVERAGE_WRITE,
      INSPECTIONS_READ,
      INSPECTIONS_WRITE,
      VISITS_READ,
      PEOPLE_READ,
      CASES_READ,
      DECLARATIONS_WRITE,
      DECLARATIONS_READ,
      PAPER_READ,
      PAPER_MANAGE,
      PAPER_KEY),
  COMMUNE(
      PLACES_READ,
      PLACES_REGISTER,
      PLACES_APPROVE,
      COVERAGE_READ,
      COVERAGE_WRITE,
      INSPECTIONS_READ,
      INSPECTIONS_WRITE,
      VISITS_READ,
      PEOPLE_READ,
      PEOPLE_SEARCH,
      PEOPLE_OPEN,
      PEOPLE_EDIT,
      PEOPLE_DESTROY,
      CASES_READ,
      CASES_WRITE,
      DECLARATIONS_WRITE,
      DECLARATIONS_READ,
      DECLARATIONS_OPEN,
      DECLARATIONS_EXPORT,
      PAPER_READ,
      PAPER_MANAGE,
      PAPER_KEY),
  SECTOR(
      PLACES_READ, COVERAGE_READ, COVERAGE_WRITE, INSPECTIONS_READ, INSPECTIONS_WRITE, VISITS_READ),
  TRACER(
      PLACES_READ,
      VISITS_READ,
      VISITS_CAPTURE,
      VISITS_WITHDRAW,
      PEOPLE_READ,
      PEOPLE_SEARCH,
      PEOPLE_OPEN,
      PEOPLE_EDIT,
      CASES_READ,
      CASES_WRITE,
      CASES_EXPORT,
      AGENCY_REQUEST,
      DECLARATIONS_WRITE,
      DECLARATIONS_READ,
      DECLARATIONS_OPEN,
      DECLARATIONS_RULES,
      DECLARATIONS_EXPORT,
      PAPER_READ,
      PAPER_MANAGE,
      PAPER_KEY),
  KEEPER(VISITS_CAPTURE, VISITS_READ, DECLARATIONS_WRITE, PAPER_KEY),
  OWNER(
      PLACES_READ,
      PLACES_REGISTER,
      VISITS_CAPTURE,
      VISITS_READ,
      DECLARATIONS_WRITE,
      PAPER_READ,
      PAPER_MANAGE,
      PAPER_KEY),
  /** A volunteer who keys sheets of paper: nothing but the batches that were given to them. */
  KEYER(PAPER_KEY),
  AUDITOR(AUDIT_READ),
  /** Whoever answers for personal data in the office. */
  PRIVACY(
      PRIVACY_MANAGE,
      AGENCY_REQUEST,
      PEOPLE_READ,
      PEOPLE_SEARCH,
      PEOPLE_OPEN,
      PEOPLE_EDIT,
      PEOPLE_DESTROY),
  /** The police or another agency: nothing but its own requests and what they were given. */
  AGENCY(AGENCY_REQUEST),
  OPERATOR(ACCOUNTS_MANAGE, OPERATE, PLACES_READ, COVERAGE_READ);

  @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable set of an enum: immutable in fact.
  private final Set<Permission> permissions;

  Role(Permission first, Permission... more) {
    this.permissions = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }
}
