package vn.lachan.app.tracing.command;

import java.util.Locale;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Reason;
import vn.lachan.engine.tracing.ReasonWords;
import vn.lachan.engine.tracing.TraceResult;

/**
 * A finished trace with the names of the file instead of the engine's numbers. Persons are numbered
 * in the order of their names, so the engine's order of contacts is that of the names too.
 */
record Answer(TraceResult result, Names persons, Names places, ReasonWords words) {
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
