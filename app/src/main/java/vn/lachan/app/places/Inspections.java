package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.scan.PlaceCode;

/**
 * Compliance inspections: who went where, what they found, what was asked for until when, and what
 * followed. A sector's department sees its kinds of places in its area, an officer their units.
 */
public interface Inspections {
  /** The questions of a day. */
  @Inside("the checklist is public reference data")
  List<ChecklistItem> checklist(LocalDate day);

  /** What can be inspected, by the code on its poster; INSPECTIONS_WRITE at the place. */
  Subject subject(Actor actor, PlaceCode code);

  /** The place or the entry to be inspected; INSPECTIONS_WRITE there. */
  Subject subject(Actor actor, @Nullable UUID place, @Nullable UUID obliged);

  /**
   * What is inspected.
   *
   * @param waiting an inspection whose reminder is not settled yet
   */
  record Subject(
      @Nullable UUID place,
      @Nullable UUID obliged,
      String name,
      String address,
      int unit,
      String sector,
      String type,
      @Nullable UUID waiting) {}

  /** Records a visit; INSPECTIONS_WRITE at the place. */
  UUID record(Actor actor, NewInspection inspection, Instant now);

  /** By deadline, or the newest first; INSPECTIONS_READ. */
  Page<InspectionRow> list(Actor actor, InspectionFilter filter, @Nullable String after, int rows);

  /** All of them, up to the limit of an export, one after the other; audited. */
  void export(Actor actor, InspectionFilter filter, Consumer<InspectionRow> row);

  /** Reminders that are due today and those overdue; INSPECTIONS_READ. */
  Due due(Actor actor, LocalDate today);

  /** How many reminders run out today, and how many ran out before. */
  record Due(int today, int overdue) {}

  /** INSPECTIONS_READ. */
  InspectionView get(Actor actor, UUID inspection);

  /** The latest inspections of a place, for its own page; INSPECTIONS_READ. */
  List<InspectionRow> ofPlace(Actor actor, UUID place);

  /** The name of who was met, opened: an act in the audit record. */
  Optional<String> openMet(Actor actor, UUID inspection, String purpose);

  /** Another deadline; INSPECTIONS_WRITE. */
  void extend(Actor actor, UUID inspection, LocalDate due, String reason, Instant now);

  /** Another authority goes on with it; INSPECTIONS_WRITE. */
  void refer(Actor actor, UUID inspection, String to, Instant now);

  /** Settled; INSPECTIONS_WRITE. */
  void close(Actor actor, UUID inspection, String reason, Instant now);

  /** It was not settled after all; INSPECTIONS_WRITE. */
  void reopen(Actor actor, UUID inspection, LocalDate due, String reason, Instant now);

  /**
   * Recorded by mistake. Whoever recorded it may withdraw it, others who may approve places too;
   * what it followed waits again.
   */
  void withdraw(Actor actor, UUID inspection, String reason, Instant now);
}
