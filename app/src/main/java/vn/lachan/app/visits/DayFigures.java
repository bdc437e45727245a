package vn.lachan.app.visits;

import java.util.List;

/**
 * A place's day in numbers. Persons are counted once, however many rows they have.
 *
 * @param halfHours persons inside at some time of each half hour from midnight; 46 to 50 of them
 */
public record DayFigures(int persons, int visits, int inside, List<Integer> halfHours) {
  public DayFigures {
    halfHours = List.copyOf(halfHours);
  }
}
