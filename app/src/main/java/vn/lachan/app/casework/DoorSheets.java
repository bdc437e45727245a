package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import vn.lachan.app.people.Identity;

/**
 * Sheets to carry to a door, one for each household; whoever lives alone is one too.
 *
 * @param reader the officer who opened them
 * @param missing how many could not be opened
 */
public record DoorSheets(
    long caseNumber,
    String disease,
    String reader,
    String purpose,
    Instant at,
    List<Door> doors,
    int missing) {
  public DoorSheets {
    doors = List.copyOf(doors);
  }

  /** Everybody of one household who was chosen. */
  public record Door(List<Sheet> people) {
    public Door {
      people = List.copyOf(people);
    }
  }

  /** One contact with an opened identity. */
  public record Sheet(CaseContact contact, Identity identity) {
    @Override
    public String toString() {
      return "Sheet[" + contact.who().publicId() + "]";
    }
  }
}
