package vn.lachan.app.declarations;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the program itself understands of a form's questions, whatever a form calls them: who is
 * declared for, where that person says to have been, and how they travelled. All else is only
 * asked, judged by the form's own rules and shown.
 */
enum Meaning {
  NAME,
  BIRTH_YEAR,
  SEX,
  NATION,
  DOCUMENT,
  INSURANCE,
  PHONE,
  EMAIL,
  PROVINCE,
  DISTRICT,
  UNIT,
  ADDRESS,
  BEHALF,
  PLACES,
  ENTRY_DATE,
  STAY_PLACE,
  STAY_CODE,
  STAY_FROM,
  STAY_TO,
  VEHICLE,
  VEHICLE_NUMBER,
  SEAT,
  DEPARTURE_DATE,
  ORIGIN_PROVINCE,
  ORIGIN_UNIT,
  DESTINATION_PROVINCE,
  DESTINATION_UNIT;

  private static final Set<Meaning> IDENTITY =
      EnumSet.of(
          NAME,
          BIRTH_YEAR,
          SEX,
          NATION,
          DOCUMENT,
          INSURANCE,
          PHONE,
          EMAIL,
          PROVINCE,
          DISTRICT,
          UNIT,
          ADDRESS);

  /** Whether it says who somebody is: never shown again to whoever opens a page. */
  boolean identifies() {
    return IDENTITY.contains(this);
  }
}
