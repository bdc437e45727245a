package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The contacts of a finished trace, by generation, close first, most minutes first, then by person;
 * with them the question they answer, so that a result explains itself.
 */
public final class TraceResult {
  private static final int RANK_BITS = 28;
  private static final int MINUTES_BITS = 29;

  private final long indexPerson;
  private final Window window;
  private final Rules rules;
  private final List<Contact> contacts;
  private final List<GenerationStats> stats;
  private final List<Crowd> crowds;
  private final LongIndex rows = new LongIndex();

  TraceResult(
      long indexPerson,
      Window window,
      Rules rules,
      List<Contact> contacts,
      List<GenerationStats> stats,
      List<Crowd> crowds) {
    this.indexPerson = indexPerson;
    this.window = window;
    this.rules = rules;
    this.contacts = List.of(listed(contacts));
    this.stats = List.copyOf(stats);
    this.crowds = List.copyOf(crowds);
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

  /** Crowds met on the way, by generation; those held back have no contacts. */
  public List<Crowd> crowds() {
    return crowds;
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

  /** Sorts numbers instead of objects: of a million contacts this took most of the time. */
  private static Contact[] listed(List<Contact> contacts) {
    var positions = new LongIndex();
    contacts.forEach(contact -> positions.add(contact.person()));
    long[] persons = contacts.stream().mapToLong(Contact::person).sorted().toArray();
    long[] keys = new long[persons.length];
    for (int rank = 0; rank < persons.length; rank++) {
      keys[rank] = key(contacts.get(positions.get(persons[rank]))) << RANK_BITS | rank;
    }
    Arrays.sort(keys);
    var listed = new Contact[keys.length];
    for (int i = 0; i < keys.length; i++) {
      int rank = (int) (keys[i] & ((1L << RANK_BITS) - 1));
      listed[i] = contacts.get(positions.get(persons[rank]));
    }
    return listed;
  }

  /** Minutes fit because no two times lie further apart than {@link VisitRows} allows. */
  private static long key(Contact contact) {
    long casual = contact.contactClass() == ContactClass.CASUAL ? 1 : 0;
    long fewerMinutes = (1L << MINUTES_BITS) - 1 - contact.minutes();
    return (contact.generation() * 2L + casual) << MINUTES_BITS | fewerMinutes;
  }
}
