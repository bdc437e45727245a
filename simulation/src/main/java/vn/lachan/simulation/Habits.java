package vn.lachan.simulation;

/** What people go out for at an hour of the day. Shares are the project's own estimates. */
final class Habits {
  private static final int NIGHT = 0;
  private static final int MORNING = 1;
  private static final int FORENOON = 2;
  private static final int NOON = 3;
  private static final int AFTERNOON = 4;
  private static final int EVENING = 5;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final byte[] PART_OF_HOUR = {
    NIGHT, NIGHT, NIGHT, NIGHT, NIGHT, MORNING, MORNING, MORNING, MORNING, FORENOON, FORENOON, NOON,
    NOON, AFTERNOON, AFTERNOON, AFTERNOON, AFTERNOON, EVENING, EVENING, EVENING, EVENING, EVENING,
    NIGHT, NIGHT
  };

  private static final double[] WORK_SHARE = {0.4, 0.62, 0.3, 0.15, 0.32, 0.06};
  private static final double[] SCHOOL_SHARE = {0, 0.8, 0.3, 0.35, 0.35, 0.04};

  private static final WeightedKinds[] OUTINGS = {
    night(), morning(), forenoon(), noon(), afternoon(), evening()
  };

  private Habits() {}

  static int part(int secondOfDay) {
    return PART_OF_HOUR[secondOfDay / SECONDS_PER_HOUR];
  }

  /** How probable it is that a person with a workplace goes there at this part of a working day. */
  static double workShare(int part, boolean school) {
    return school ? SCHOOL_SHARE[part] : WORK_SHARE[part];
  }

  static PlaceKind outing(int part, SeededStream stream) {
    return OUTINGS[part].draw(stream);
  }

  private static WeightedKinds everyday() {
    return new WeightedKinds()
        .with(PlaceKind.ESSENTIAL_SHOP, 30)
        .with(PlaceKind.EATING_PLACE, 20)
        .with(PlaceKind.MARKET, 6)
        .with(PlaceKind.SUPERMARKET, 6)
        .with(PlaceKind.MALL, 1.5)
        .with(PlaceKind.HEALTH_STATION, 2)
        .with(PlaceKind.HOSPITAL, 2.5)
        .with(PlaceKind.CLINIC, 2)
        .with(PlaceKind.BANK, 3)
        .with(PlaceKind.POST_OFFICE, 1.5)
        .with(PlaceKind.TELECOM_SHOP, 1)
        .with(PlaceKind.NOTARY, 0.5)
        .with(PlaceKind.GOVERNMENT_OFFICE, 2.5)
        .with(PlaceKind.PUBLIC_ADMINISTRATION_CENTRE, 2.5)
        .with(PlaceKind.FACTORY, 0.5)
        .with(PlaceKind.INDUSTRIAL_PARK, 0.3)
        .with(PlaceKind.PRODUCTION_SITE, 2)
        .with(PlaceKind.APARTMENT_BLOCK, 1.5)
        .with(PlaceKind.SCHOOL, 1)
        .with(PlaceKind.BUS_STATION, 1)
        .with(PlaceKind.WAITING_HALL, 0.3)
        .with(PlaceKind.PIER, 0.3)
        .with(PlaceKind.MASSAGE_BEAUTY, 1.5)
        .with(PlaceKind.SIGHT, 1)
        .with(PlaceKind.WORSHIP, 1.5)
        .with(PlaceKind.BORDER_GATE, 0.05)
        .with(PlaceKind.VACCINATION_SITE, 1)
        .with(PlaceKind.SAMPLING_SITE, 0.6)
        .with(PlaceKind.QUARANTINE_SITE, 0.1)
        .with(PlaceKind.CHECKPOINT, 1.5);
  }

  private static WeightedKinds night() {
    return new WeightedKinds()
        .with(PlaceKind.HOSPITAL, 30)
        .with(PlaceKind.EATING_PLACE, 20)
        .with(PlaceKind.APARTMENT_BLOCK, 20)
        .with(PlaceKind.CHECKPOINT, 15)
        .with(PlaceKind.BUS_STATION, 10)
        .with(PlaceKind.KARAOKE, 10);
  }

  private static WeightedKinds morning() {
    return everyday().with(PlaceKind.MARKET, 30).with(PlaceKind.EATING_PLACE, 26);
  }

  private static WeightedKinds forenoon() {
    return everyday().with(PlaceKind.MARKET, 14).with(PlaceKind.EATING_PLACE, 8);
  }

  private static WeightedKinds noon() {
    return everyday().with(PlaceKind.EATING_PLACE, 55).with(PlaceKind.MARKET, 3);
  }

  private static WeightedKinds afternoon() {
    return everyday();
  }

  private static WeightedKinds evening() {
    return everyday()
        .with(PlaceKind.EATING_PLACE, 40)
        .with(PlaceKind.SUPERMARKET, 10)
        .with(PlaceKind.MALL, 3)
        .with(PlaceKind.GYM, 5)
        .with(PlaceKind.KARAOKE, 4)
        .with(PlaceKind.MASSAGE_BEAUTY, 4)
        .with(PlaceKind.BANK, 0)
        .with(PlaceKind.POST_OFFICE, 0)
        .with(PlaceKind.NOTARY, 0)
        .with(PlaceKind.GOVERNMENT_OFFICE, 0)
        .with(PlaceKind.PUBLIC_ADMINISTRATION_CENTRE, 0)
        .with(PlaceKind.VACCINATION_SITE, 0)
        .with(PlaceKind.SCHOOL, 0);
  }
}
