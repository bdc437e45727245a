package vn.lachan.app.tracing.command;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Reason;
import vn.lachan.engine.tracing.ReasonWords;
import vn.lachan.engine.tracing.TraceResult;

/** A finished trace with the names of the file instead of the engine's numbers. */
record Answer(TraceResult result, Names persons, Names places, ReasonWords words) {
  /** By generation, close first, most minutes first, then by the person's name. */
  List<Contact> contacts() {
    return result.contacts().stream()
        .sorted(
            Comparator.comparingInt(Contact::generation)
                .thenComparing(Contact::contactClass)
                .thenComparing(Comparator.comparingLong(Contact::minutes).reversed())
                .thenComparing(contact -> person(contact.person())))
        .toList();
  }

  String person(long number) {
    return persons.name(number);
  }

  String place(long number) {
    return places.name(number);
  }

  String sentence(Reason reason) {
    return words.sentence(reason, this::place);
  }

  static String word(ContactClass contactClass) {
    return contactClass.name().toLowerCase(Locale.ROOT);
  }
}
