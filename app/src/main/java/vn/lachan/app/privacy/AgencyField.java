package vn.lachan.app.privacy;

/** What an agency may ask for about a person. */
public enum AgencyField {
  NAME,
  BIRTH,
  PHONE,
  ADDRESS,
  CITIZEN_NUMBER,
  EXPOSURE,
  FOLLOW_UP
}
