package vn.lachan.app.privacy;

/** Why a request of an agency is refused. */
public enum AgencyRefusal {
  NO_LEGAL_BASIS,
  NOT_OF_CASE,
  TOO_BROAD,
  NOT_NEEDED
}
