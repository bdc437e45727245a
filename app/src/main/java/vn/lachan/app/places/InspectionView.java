package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with its findings and its history, the oldest first.
 *
 * @param hasMetName whether the name of who was met is on record
 * @param previous the visit that this one follows
 * @param next the visit that follows this one
 */
public record InspectionView(
    InspectionRow row,
    NewInspection.Met met,
    boolean hasMetName,
    @Nullable String note,
    NewInspection.Outcome outcome,
    @Nullable String demand,
    @Nullable String referredTo,
    @Nullable UUID previous,
    @Nullable UUID next,
    List<Found> findings,
    List<Step> steps) {
  public InspectionView {
    findings = List.copyOf(findings);
    steps = List.copyOf(steps);
  }

  /** An answer with the line of the checklist by which it was given. */
  public record Found(ChecklistItem item, NewInspection.Answer answer, @Nullable String note) {}

  public record Step(
      String what, Instant at, long by, @Nullable LocalDate due, @Nullable String reason) {}
}
