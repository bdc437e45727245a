package vn.lachan.app.people;

/** How people live together. The names are stored. */
public enum HouseholdKind {
  /** One home. */
  FAMILY,
  /** Rooms under one roof: dormitories, care homes, camps. */
  SHARED_RESIDENCE
}
