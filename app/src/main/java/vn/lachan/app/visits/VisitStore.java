package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/**
 * The only way to stored visits. Everything that comes in is a {@link VisitMessage}; every order
 * and grouping of the same messages ends in the same rows, and a message that comes again changes
 * nothing. Persons are record numbers: who follows a person asks for all their records.
 */
public interface VisitStore {
  /**
   * Stores a group in one transaction and returns after its durable commit. Where the group fails,
   * each message is tried alone, and one that fails alone is answered {@link Outcome#FAILED}.
   */
  @Inside("visits checks what people send; the loader sends what it made")
  AppendResult append(List<? extends VisitMessage> group);

  /**
   * The visits of these people that overlap their windows, in one statement. A visit that several
   * windows meet comes once.
   */
  @Inside("tracing answers for its own permission")
  List<Visit> ofPersons(List<PersonWindow> windows);

  /** The visits at these places that overlap their windows, in one statement; each comes once. */
  @Inside("tracing answers for its own permission")
  List<Visit> atPlaces(List<PlaceWindow> windows);

  /**
   * One page of the visits that overlap a window, by entry: at most so many rows from a second on,
   * without the first so many of that second.
   */
  @Inside("tracing answers for its own permission")
  List<Visit> presentAt(PlaceWindow window, long fromSecond, int skipped, int rows);

  /** The records of everybody whose visit overlaps a window. */
  @Inside("tracing answers for its own permission")
  Set<Long> personsAt(PlaceWindow window);

  /**
   * What was committed after the cursor, oldest first, and the cursor to go on from. Nothing is
   * skipped, whatever number of copies of the program commit at once. 0 begins at the beginning.
   *
   * @param groups most groups to read; a group holds what one transaction changed
   */
  @Inside("tracing answers for its own permission")
  Followed follow(long cursor, int groups);

  /** The cursor after which nothing has been committed yet. */
  @Inside("a cursor is no personal data")
  long head();

  /** How much was committed after a cursor, and since when the oldest of it waits. */
  @Inside("a cursor is no personal data")
  Waiting waiting(long cursor);

  /** Groups of arrivals behind a cursor; {@code oldest} is empty when there are none. */
  record Waiting(long arrivals, Optional<Instant> oldest) {}

  /** Destroys visits, departures, withdrawals and received order of the days before this one. */
  @Inside("retention runs without an actor")
  void forgetBefore(LocalDate day);
}
