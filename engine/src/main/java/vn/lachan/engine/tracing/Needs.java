package vn.lachan.engine.tracing;

import java.util.List;
import java.util.Set;

/**
 * What a tracer wants to be given next. Each question names everything of one generation, so that
 * storage answers it with one statement. More rows than asked for do no harm.
 */
public sealed interface Needs {
  /** All visits of these persons that overlap their windows. */
  record StaysOf(List<PersonWindow> windows) implements Needs {}

  /** The setting of these places; a place that is not answered is {@link Setting#UNKNOWN}. */
  record TraitsOf(List<Long> places) implements Needs {}

  /** All visits at these places that overlap their windows; windows of one place are disjoint. */
  record PresentAt(List<PlaceWindow> windows) implements Needs {}

  /** All encounters of these sources in which one of these persons takes part in their window. */
  record EncountersOf(List<PersonWindow> windows, Set<Source> sources) implements Needs {}
}
