package vn.lachan.simulation;

/**
 * Where which places are: the places of one kind in one commune have consecutive indexes, so that a
 * place is found by commune, kind and rank without any list.
 */
final class PlaceTable {
  private static final double PEOPLE_PER_PLACE = 27;
  private static final double LEAST_SHARE_OF_EXPECTED = 0.6;
  private static final int COMMUNES_PER_SHARED_MARKET = 8;
  private static final int LEAST_PEOPLE_FOR_OWN_MARKET = 1_000;
  private static final double TEN_THOUSAND = 10_000;

  private final Geography geography;
  private final int[] start;
  private final short[] communeOfPlace;
  private final byte[] kindOfPlace;
  private final short[] nearestCommuneWith;

  PlaceTable(ProvinceSpec spec, Geography geography) {
    this.geography = geography;
    start = new int[geography.communes() * PlaceKind.count() + 1];
    int places = fillStarts(counts(spec));
    communeOfPlace = new short[places];
    kindOfPlace = new byte[places];
    fillPlaces();
    nearestCommuneWith = new short[geography.communes() * PlaceKind.count()];
    fillNearest();
  }

  int places() {
    return kindOfPlace.length;
  }

  int commune(int place) {
    return communeOfPlace[place];
  }

  PlaceKind kind(int place) {
    return PlaceKind.of(kindOfPlace[place]);
  }

  int first(int commune, PlaceKind kind) {
    return start[cell(commune, kind)];
  }

  int count(int commune, PlaceKind kind) {
    int cell = cell(commune, kind);
    return start[cell + 1] - start[cell];
  }

  /** The place's number among those of its kind in its commune, from 0. */
  int rank(int place) {
    return place - first(communeOfPlace[place], kind(place));
  }

  /** The commune itself where it has the kind, otherwise the nearest that has. */
  int communeWith(int commune, PlaceKind kind) {
    return nearestCommuneWith[cell(commune, kind)];
  }

  /** A place of the kind in or near the commune; the share, in [0, 1), says which. */
  int pick(int commune, PlaceKind kind, double share) {
    int cell = cell(communeWith(commune, kind), kind);
    return start[cell] + (int) (share * (start[cell + 1] - start[cell]));
  }

  long bytes() {
    return 3L * places() + 4L * start.length + 2L * nearestCommuneWith.length;
  }

  private int[][] counts(ProvinceSpec spec) {
    double tenThousands = spec.people() / TEN_THOUSAND;
    double required = 0;
    double expected = 0;
    for (PlaceKind kind : PlaceKind.values()) {
      for (int commune = 0; commune < geography.communes(); commune++) {
        required += isRequired(kind, commune, spec) ? 1 : 0;
      }
      expected += kind.perTenThousand * tenThousands;
    }
    double wanted =
        Math.max(spec.people() / PEOPLE_PER_PLACE - required, expected * LEAST_SHARE_OF_EXPECTED);
    double scale = wanted / expected;
    int[][] counts = new int[PlaceKind.count()][];
    for (PlaceKind kind : PlaceKind.values()) {
      counts[kind.number()] = spread(spec, kind, kind.perTenThousand * tenThousands * scale);
    }
    return counts;
  }

  /** Rounds so that neighbours share the remainder and the province's total is right. */
  private int[] spread(ProvinceSpec spec, PlaceKind kind, double total) {
    double offset = new SeededStream(spec.seed(), kind.number(), Purpose.PLACE_ROUNDING).unit();
    double perPerson = total / spec.people();
    int[] counts = new int[geography.communes()];
    int sum = 0;
    for (int commune = 0; commune < counts.length; commune++) {
      double before = geography.firstPerson(commune) * perPerson + offset;
      double after = geography.firstPerson(commune + 1) * perPerson + offset;
      counts[commune] =
          (int) (after - Math.floor(before)) + (isRequired(kind, commune, spec) ? 1 : 0);
      sum += counts[commune];
    }
    if (sum == 0) {
      counts[(int) (offset * counts.length)] = 1;
    }
    return counts;
  }

  /** Where communes are tiny, as in a demo of all communes, several share a market. */
  private boolean isRequired(PlaceKind kind, int commune, ProvinceSpec spec) {
    boolean tiny = spec.people() / geography.communes() < LEAST_PEOPLE_FOR_OWN_MARKET;
    boolean shared = tiny && kind == PlaceKind.MARKET;
    return kind.everyCommune && (!shared || commune % COMMUNES_PER_SHARED_MARKET == 0);
  }

  private int fillStarts(int[][] counts) {
    int next = 0;
    for (int commune = 0; commune < geography.communes(); commune++) {
      for (PlaceKind kind : PlaceKind.values()) {
        start[cell(commune, kind)] = next;
        next += counts[kind.number()][commune];
      }
    }
    start[start.length - 1] = next;
    return next;
  }

  private void fillPlaces() {
    for (int commune = 0; commune < geography.communes(); commune++) {
      for (PlaceKind kind : PlaceKind.values()) {
        int cell = cell(commune, kind);
        for (int place = start[cell]; place < start[cell + 1]; place++) {
          communeOfPlace[place] = (short) commune;
          kindOfPlace[place] = (byte) kind.number();
        }
      }
    }
  }

  private void fillNearest() {
    for (int commune = 0; commune < geography.communes(); commune++) {
      for (PlaceKind kind : PlaceKind.values()) {
        int rank = 0;
        while (count(geography.near(commune, rank), kind) == 0) {
          rank++;
        }
        nearestCommuneWith[cell(commune, kind)] = (short) geography.near(commune, rank);
      }
    }
  }

  private static int cell(int commune, PlaceKind kind) {
    return commune * PlaceKind.count() + kind.number();
  }
}
