package vn.lachan.simulation;

/**
 * The kinds of places, with how common and how large they are. Rates are places for ten thousand
 * people and are scaled so that all together come to the province's total; a rate of 0 with {@code
 * everyCommune} means exactly one in each commune. Stays are minutes of a visitor, not of staff.
 * The figures are the project's own estimates; the kinds are those of the Long An directive.
 */
enum PlaceKind {
  GOVERNMENT_OFFICE("government-office", 2.5, false, 15, 90, 20, 120),
  PUBLIC_ADMINISTRATION_CENTRE("public-administration-centre", 0, true, 15, 75, 20, 80),
  INDUSTRIAL_PARK("industrial-park", 0.03, false, 20, 90, 500, 5000),
  FACTORY("factory", 3, false, 20, 90, 80, 800),
  PRODUCTION_SITE("production-site", 24, false, 15, 60, 5, 40),
  EATING_PLACE("eating-place", 100, false, 20, 75, 12, 80),
  KARAOKE("karaoke", 4, false, 60, 180, 10, 60),
  MASSAGE_BEAUTY("massage-beauty", 14, false, 30, 120, 4, 20),
  GYM("gym", 3, false, 45, 100, 15, 80),
  BANK("bank", 2, false, 15, 50, 15, 60),
  POST_OFFICE("post-office", 1.2, false, 8, 25, 8, 30),
  TELECOM_SHOP("telecom-shop", 5, false, 10, 40, 6, 25),
  NOTARY("notary", 0.6, false, 20, 70, 6, 25),
  MEETING("meeting", 2.5, false, 60, 180, 40, 200),
  HOSPITAL("hospital", 0.12, false, 60, 420, 200, 1200),
  HEALTH_STATION("health-station", 0, true, 20, 75, 15, 40),
  CLINIC("clinic", 5, false, 20, 80, 6, 30),
  APARTMENT_BLOCK("apartment-block", 0.4, false, 60, 600, 120, 900),
  SCHOOL("school", 5, false, 20, 60, 200, 1200),
  VOCATIONAL_SCHOOL("vocational-school", 0.15, false, 30, 240, 300, 2000),
  BUS_STATION("bus-station", 0.12, false, 15, 60, 80, 400),
  PIER("pier", 0.06, false, 15, 45, 30, 150),
  WAITING_HALL("waiting-hall", 0.1, false, 20, 75, 40, 200),
  VEHICLE("vehicle", 6, false, 30, 240, 16, 45),
  MALL("mall", 0.05, false, 40, 180, 500, 3000),
  SUPERMARKET("supermarket", 2.5, false, 15, 60, 40, 300),
  MARKET("market", 0.8, true, 15, 70, 80, 600),
  ESSENTIAL_SHOP("essential-shop", 125, false, 4, 25, 3, 20),
  FUNERAL("funeral", 1.2, false, 45, 180, 80, 250),
  WEDDING("wedding", 1.5, false, 75, 200, 150, 300),
  SIGHT("sight", 0.4, false, 60, 240, 100, 2000),
  WORSHIP("worship", 5, false, 20, 90, 40, 300),
  BORDER_GATE("border-gate", 0.005, false, 20, 90, 60, 200),
  VACCINATION_SITE("vaccination-site", 0.5, false, 40, 100, 40, 150),
  CHECKPOINT("checkpoint", 0.4, false, 2, 10, 10, 40),
  SAMPLING_SITE("sampling-site", 0.4, false, 10, 45, 30, 100),
  QUARANTINE_SITE("quarantine-site", 0.15, false, 15, 60, 50, 400);

  private static final PlaceKind[] ALL = values();

  final String typeCode;
  final double perTenThousand;
  final boolean everyCommune;
  final int leastStayMinutes;
  final int mostStayMinutes;
  final int leastCapacity;
  final int mostCapacity;

  PlaceKind(
      String typeCode,
      double perTenThousand,
      boolean everyCommune,
      int leastStayMinutes,
      int mostStayMinutes,
      int leastCapacity,
      int mostCapacity) {
    this.typeCode = typeCode;
    this.perTenThousand = perTenThousand;
    this.everyCommune = everyCommune;
    this.leastStayMinutes = leastStayMinutes;
    this.mostStayMinutes = mostStayMinutes;
    this.leastCapacity = leastCapacity;
    this.mostCapacity = mostCapacity;
  }

  /** The kind with a number; numbers run from 0 without gaps. */
  static PlaceKind of(int number) {
    return ALL[number];
  }

  /** Kept in one byte a place; nothing outside a running program ever sees it. */
  @SuppressWarnings("EnumOrdinal")
  int number() {
    return ordinal();
  }

  static int count() {
    return ALL.length;
  }

  /** An event is there on one day only, and only its guests come. */
  boolean isEvent() {
    return this == WEDDING || this == FUNERAL || this == MEETING;
  }

  /** Children are not sent there on their own. */
  boolean isForAdults() {
    return switch (this) {
      case KARAOKE, MASSAGE_BEAUTY, GYM, BANK, NOTARY, GOVERNMENT_OFFICE, POST_OFFICE -> true;
      default -> false;
    };
  }

  String setting() {
    return switch (this) {
      case VEHICLE -> SimulatedPlace.VEHICLE;
      case MARKET, SIGHT, CHECKPOINT, PIER, FUNERAL -> SimulatedPlace.OUTDOOR;
      default -> SimulatedPlace.INDOOR;
    };
  }
}
