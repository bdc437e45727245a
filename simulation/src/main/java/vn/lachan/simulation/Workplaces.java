package vn.lachan.simulation;

/** Chooses where a person works or learns: mostly at home, sometimes in a commune nearby. */
final class Workplaces {
  private static final int NEIGHBOURS = 6;
  private static final int SCHOOL_LEVELS = 4;

  private static final WeightedKinds KINDS =
      new WeightedKinds()
          .with(PlaceKind.FACTORY, 19)
          .with(PlaceKind.PRODUCTION_SITE, 16)
          .with(PlaceKind.ESSENTIAL_SHOP, 17)
          .with(PlaceKind.EATING_PLACE, 10)
          .with(PlaceKind.MARKET, 7)
          .with(PlaceKind.SCHOOL, 6)
          .with(PlaceKind.GOVERNMENT_OFFICE, 5)
          .with(PlaceKind.PUBLIC_ADMINISTRATION_CENTRE, 2)
          .with(PlaceKind.HOSPITAL, 2)
          .with(PlaceKind.HEALTH_STATION, 1)
          .with(PlaceKind.CLINIC, 2)
          .with(PlaceKind.BANK, 2)
          .with(PlaceKind.POST_OFFICE, 1)
          .with(PlaceKind.TELECOM_SHOP, 1)
          .with(PlaceKind.MASSAGE_BEAUTY, 3)
          .with(PlaceKind.SUPERMARKET, 3)
          .with(PlaceKind.MALL, 1)
          .with(PlaceKind.INDUSTRIAL_PARK, 1)
          .with(PlaceKind.BUS_STATION, 1)
          .with(PlaceKind.KARAOKE, 1);

  private final Geography geography;
  private final PlaceTable places;

  Workplaces(Geography geography, PlaceTable places) {
    this.geography = geography;
    this.places = places;
  }

  /** Schools take turns in four levels: primary, lower secondary, nursery, upper secondary. */
  int school(int commune, int age, SeededStream stream) {
    int level = levelForAge(age);
    int home = places.communeWith(commune, PlaceKind.SCHOOL);
    int schools = places.count(home, PlaceKind.SCHOOL);
    int ofLevel = (schools - level + SCHOOL_LEVELS - 1) / SCHOOL_LEVELS;
    int rank = ofLevel > 0 ? level + SCHOOL_LEVELS * stream.below(ofLevel) : stream.below(schools);
    return places.first(home, PlaceKind.SCHOOL) + rank;
  }

  int work(int commune, int age, SeededStream stream) {
    int near = Math.min(NEIGHBOURS, geography.communes());
    int where = stream.chance(0.72) ? commune : geography.near(commune, stream.below(near));
    if (age < 22 && stream.chance(0.3)) {
      return places.pick(where, PlaceKind.VOCATIONAL_SCHOOL, stream.unit());
    }
    return places.pick(where, KINDS.draw(stream), stream.unit());
  }

  private static int levelForAge(int age) {
    if (age < 6) {
      return 2;
    }
    return age < 11 ? 0 : age < 15 ? 1 : 3;
  }
}
