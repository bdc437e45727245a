package vn.lachan.app.people;

import java.util.List;

/**
 * Persons were destroyed: whatever else could tell of them goes with them. Published in the
 * transaction of the destruction.
 *
 * @param records all records of these persons
 */
public record PersonDestroyed(List<Long> records) {
  public PersonDestroyed {
    records = List.copyOf(records);
  }
}
