package vn.lachan.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who was together with the infectious on one day. First the days of the infectious alone are made,
 * to learn which places they visit, then everybody's, to collect who is at those few.
 */
final class CoPresence {
  private final Map<Integer, List<Stay>> atPlace = new HashMap<>();
  private final Map<Integer, List<Stay>> ofInfectious = new HashMap<>();

  /** A true stay, in seconds of the day. */
  record Stay(int person, int place, int entered, int left) {}

  /** A person who shared a place with a source from one second to another. */
  record Meeting(int person, int place, int from, int to) {}

  CoPresence(DaySimulation day, Isolation isolation, BitSet infectious) {
    BitSet places = new BitSet();
    day.run(
        infectious,
        isolation,
        (person, place, entered, left, _, _) -> {
          Stay stay = new Stay(person, place, entered, left);
          ofInfectious.computeIfAbsent(person, _ -> new ArrayList<>()).add(stay);
          places.set(place);
        });
    day.run(
        isolation,
        (person, place, entered, left, _, _) -> {
          if (places.get(place)) {
            atPlace
                .computeIfAbsent(place, _ -> new ArrayList<>())
                .add(new Stay(person, place, entered, left));
          }
        });
  }

  /** Everybody who was with the source for at least so long, in a fixed order. */
  List<Meeting> meetings(int source, int leastSeconds) {
    List<Meeting> meetings = new ArrayList<>();
    for (Stay stay : ofInfectious.getOrDefault(source, List.of())) {
      for (Stay other : atPlace.getOrDefault(stay.place(), List.of())) {
        int from = Math.max(stay.entered(), other.entered());
        int to = Math.min(stay.left(), other.left());
        if (other.person() != source && to - from >= leastSeconds) {
          meetings.add(new Meeting(other.person(), stay.place(), from, to));
        }
      }
    }
    return meetings;
  }
}
