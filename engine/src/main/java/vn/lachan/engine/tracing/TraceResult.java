package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The contacts of a finished trace, by generation, close first, most minutes first, then by person;
 * with them the question they answer, so that a result explains itself.
 */
public final class TraceResult {
  private static final Comparator<Contact> LISTED =
      Comparator.comparingInt(Contact::generation)
          .thenComparing(Contact::contactClass)
          .thenComparing(Comparator.comparingLong(Contact::minutes).reversed())
          .thenComparingLong(Contact::person);

  private final long indexPerson;
  private final Window window;
  private final Rules rules;
  private final List<Contact> contacts;
  private final List<GenerationStats> stats;
  private final LongIndex rows = new LongIndex();

  TraceResult(
      long indexPerson,
      Window window,
      Rules rules,
      List<Contact> contacts,
      List<GenerationStats> stats) {
    this.indexPerson = indexPerson;
    this.window = window;
    this.rules = rules;
    this.contacts = contacts.stream().sorted(LISTED).toList();
    this.stats = List.copyOf(stats);
    this.contacts.forEach(contact -> rows.add(contact.person()));
  }

  public long indexPerson() {
    return indexPerson;
  }

  public Window window() {
    return window;
  }

  public Rules rules() {
    return rules;
  }

  public List<Contact> contacts() {
    return contacts;
  }

  public List<Contact> generation(int number) {
    return contacts.stream().filter(contact -> contact.generation() == number).toList();
  }

  /** One entry for each generation that was looked for. */
  public List<GenerationStats> stats() {
    return stats;
  }

  public Optional<Contact> contact(long person) {
    int row = rows.get(person);
    return row == LongIndex.ABSENT ? Optional.empty() : Optional.of(contacts.get(row));
  }

  /** From a contact to the index case; empty for who is no contact. */
  public Optional<ContactPath> path(long person) {
    var persons = new ArrayList<Long>();
    Optional<Contact> next = contact(person);
    while (next.isPresent()) {
      persons.add(next.get().person());
      long via = next.get().via();
      next = contact(via);
      if (next.isEmpty()) {
        persons.add(via);
      }
    }
    return persons.isEmpty() ? Optional.empty() : Optional.of(new ContactPath(persons));
  }
}
