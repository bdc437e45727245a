package vn.lachan.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The communes in their order, with how many people live in each and which lie near. */
final class Geography {
  private final List<CommuneSpec> communes;
  private final int[] firstPerson;
  private final int[][] byDistance;

  Geography(ProvinceSpec spec) {
    communes = spec.communes();
    firstPerson = firstPersons(communes, spec.people());
    byDistance = new int[communes.size()][];
    for (int commune = 0; commune < byDistance.length; commune++) {
      byDistance[commune] = sortedByDistance(communes, commune);
    }
  }

  int communes() {
    return communes.size();
  }

  CommuneSpec commune(int commune) {
    return communes.get(commune);
  }

  /** The first person of a commune; of the commune after the last, the number of people. */
  int firstPerson(int commune) {
    return firstPerson[commune];
  }

  int people(int commune) {
    return firstPerson[commune + 1] - firstPerson[commune];
  }

  /** The rank-th nearest commune; rank 0 is the commune itself. */
  int near(int commune, int rank) {
    return byDistance[commune][rank];
  }

  private static int[] firstPersons(List<CommuneSpec> communes, int people) {
    double total = communes.stream().mapToDouble(CommuneSpec::weight).sum();
    int[] first = new int[communes.size() + 1];
    double weight = 0;
    for (int commune = 0; commune < communes.size(); commune++) {
      first[commune] = (int) Math.round(people * (weight / total));
      weight += communes.get(commune).weight();
    }
    first[communes.size()] = people;
    return first;
  }

  private static int[] sortedByDistance(List<CommuneSpec> communes, int from) {
    CommuneSpec origin = communes.get(from);
    return IntStream.range(0, communes.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(
                    commune ->
                        commune == from ? -1 : squaredDistance(origin, communes.get(commune)))
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** In degrees of latitude; good enough to sort communes of one province. */
  private static double squaredDistance(CommuneSpec one, CommuneSpec other) {
    double north = one.latitude() - other.latitude();
    double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
    return north * north + east * east;
  }
}
