package vn.lachan.engine.tracing;

import java.util.List;

/** How the disease may have come: the contact, through whom, and so on to the index case. */
public record ContactPath(List<Long> persons) {
  public ContactPath {
    persons = List.copyOf(persons);
  }
}
