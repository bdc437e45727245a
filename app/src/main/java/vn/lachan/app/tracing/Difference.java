package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.ContactClass;

/**
 * What a fresh computation changes in the rows of a trace.
 *
 * @param added contacts without a row
 * @param changed contacts whose row, or whose evidence, says something else, or was withdrawn
 * @param withdrawn rows that no longer have a contact
 */
record Difference(List<Fresh> added, List<Fresh> changed, List<StoredContact> withdrawn) {

  /** A contact as computed, with the row it had. */
  record Fresh(Contact contact, long evidence, @Nullable StoredContact before) {
    boolean supportedAgain() {
      return before != null && before.withdrawn();
    }

    /** Whether it matters anew to those who follow contacts up. */
    boolean classChanged() {
      return before == null || before.withdrawn() || before.casual() != isCasual(contact);
    }

    boolean generationChanged() {
      return before != null && before.generation() != contact.generation();
    }

    /** Whether it is worth a line in the history: not where only details of evidence differ. */
    boolean told() {
      return before == null
          || before.withdrawn()
          || generationChanged()
          || before.casual() != isCasual(contact)
          || before.minutes() != contact.minutes();
    }
  }

  static Difference between(List<StoredContact> rows, List<Contact> contacts) {
    Map<Long, StoredContact> rowOf = new HashMap<>();
    rows.forEach(row -> rowOf.put(row.person(), row));
    List<Fresh> added = new ArrayList<>();
    List<Fresh> changed = new ArrayList<>();
    Set<Long> supported = new HashSet<>();
    for (Contact contact : contacts) {
      supported.add(contact.person());
      StoredContact before = rowOf.get(contact.person());
      long evidence = Fingerprint.of(contact.exposures(), contact.exposureCount());
      if (before == null) {
        added.add(new Fresh(contact, evidence, null));
      } else if (differs(before, contact, evidence)) {
        changed.add(new Fresh(contact, evidence, before));
      }
    }
    List<StoredContact> withdrawn =
        rows.stream().filter(row -> !row.withdrawn() && !supported.contains(row.person())).toList();
    return new Difference(added, changed, withdrawn);
  }

  static boolean isCasual(Contact contact) {
    return contact.contactClass() == ContactClass.CASUAL;
  }

  boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty();
  }

  private static boolean differs(StoredContact row, Contact contact, long evidence) {
    return row.withdrawn()
        || row.generation() != contact.generation()
        || row.casual() != isCasual(contact)
        || row.minutes() != contact.minutes()
        || row.firstAt() != contact.firstAt()
        || row.lastAt() != contact.lastAt()
        || row.via() != contact.via()
        || row.evidence() != evidence;
  }
}
