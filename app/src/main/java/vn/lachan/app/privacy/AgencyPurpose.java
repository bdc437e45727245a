package vn.lachan.app.privacy;

/** What an agency needs it for. */
public enum AgencyPurpose {
  ISOLATION,
  FIND_CONTACT,
  INVESTIGATION,
  OTHER_DUTY
}
