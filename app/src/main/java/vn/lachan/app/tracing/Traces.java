package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of traces. A trace belongs to a subject, an opaque number that its owner chose
 * (casework: the number of the case), and to a unit, which decides who sees it. Persons are numbers
 * of canonical records.
 */
public interface Traces {
  /** The diseases for which some rule set holds on a day in the province of a unit. */
  @Inside("rule sets are published documents")
  Set<String> diseases(int unit, LocalDate day);

  /** All rule sets known, the latest first. */
  @Inside("rule sets are published documents")
  List<RuleSet> ruleSets();

  /**
   * Opens the trace of a subject, or, where there is one, takes over changed dates; computes it and
   * keeps it growing until it is closed.
   *
   * @throws Refusal {@code tracing.refused.no-rules}, {@code tracing.refused.no-date}, {@code
   *     tracing.refused.empty-window}, {@code tracing.refused.window-too-long}, {@code
   *     tracing.refused.future}
   */
  @Inside("casework opens the trace of a case that it has checked")
  TraceHead open(TraceRequest request, Instant now);

  /** As {@link #open} would, without storing anything: the window and its reason, or a refusal. */
  @Inside("casework checks what was typed")
  TraceWindow preview(TraceRequest request, Instant now);

  /** Computes the trace anew and applies the difference. */
  @Inside("casework checks the case before it asks")
  TraceHead refresh(long subject, Instant now);

  /** As {@link #refresh} for many, in questions to storage that they share; closed ones stay. */
  @Inside("casework checks the cases before it asks")
  void refreshAll(Collection<Long> subjects, Instant now);

  /** The trace no longer grows; what it found stays. */
  @Inside("casework checks the case before it asks")
  void close(long subject, Instant now);

  /** The trace grows again, from a computation of this moment on. */
  @Inside("casework checks the case before it asks")
  void reopen(long subject, Instant now);

  @Inside("casework checks the case before it asks")
  Optional<TraceHead> head(long subject);

  /** Figures for lists; subjects without a trace miss. */
  @Inside("casework puts its reach into its own list")
  Map<Long, TraceFigures> figures(Collection<Long> subjects);

  /** Supported contacts of a subject as they stand, for tasks; those who are none miss. */
  @Inside("casework lists tasks by its own reach")
  List<ContactRow> contactsOf(Collection<SubjectContact> wanted);

  /** The traces that name these persons as contacts, at most 1,000. */
  @Inside("casework answers for a person it was asked about")
  List<SubjectContact> contactsIn(Collection<Long> persons);

  /** CASES_READ over the trace's unit; {@code subject} as it was opened. */
  TraceHead get(Actor actor, long subject);

  /** The trace of a public id; CASES_READ. */
  TraceHead get(Actor actor, UUID trace);

  /** Contacts, the riskiest first; CASES_READ. {@code after} is {@link Page#next}. */
  Page<ContactRow> contacts(
      Actor actor, long subject, ContactFilter filter, @Nullable String after, int rows);

  /** How many contacts the filter finds; CASES_READ. */
  ContactCount count(Actor actor, long subject, ContactFilter filter);

  /**
   * One contact with all kept evidence; CASES_READ over the trace's unit.
   *
   * @throws Refusal {@code tracing.refused.no-contact}
   */
  ContactEvidence evidence(Actor actor, long subject, long person);

  /** Stays of the index case and the overlaps of at most so many contacts with it; CASES_READ. */
  Timeline timeline(Actor actor, long subject, int contacts);

  /**
   * Stays of the index case at one place and the overlaps of at most so many contacts with it;
   * CASES_READ.
   */
  Timeline timelineAt(Actor actor, long subject, long place, int contacts);

  /** United stays of the index case in the window, the earliest first; CASES_READ. */
  List<Timeline.Stay> stays(Actor actor, long subject);

  /**
   * The supported contacts as a graph; CASES_READ. Generations are drawn whole while they are no
   * more than {@code nodes} contacts together; the others are counted.
   *
   * @param clusters most places or persons a generation that are counted for themselves
   */
  TraceGraph graph(Actor actor, long subject, boolean closeOnly, int nodes, int clusters);

  /** Where the index case exposed people, most contacts first; CASES_READ. */
  List<ExposingPlace> places(Actor actor, long subject, int rows);

  /** What changed in the trace, the latest first; CASES_READ. */
  Page<ContactChange> changes(Actor actor, long subject, @Nullable Long before, int rows);
}
