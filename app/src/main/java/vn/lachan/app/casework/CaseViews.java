package vn.lachan.app.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/** The front door of what is drawn of a case: its graph, its timeline, its map. */
public interface CaseViews {
  /** The contacts as a graph, masked; CASES_READ over the case. */
  CaseGraph graph(Actor actor, UUID caseId, boolean closeOnly);

  /** Where the index case was; CASES_READ over the case. */
  CaseMap map(Actor actor, UUID caseId);

  /**
   * The index case's stays with whom they met there; CASES_READ over the case.
   *
   * @param place only at the place of this public id; null for all places
   * @param person the shared time of one contact only; null for none
   * @throws Refusal {@code casework.refused.place}, {@code casework.refused.person}
   */
  CaseTimeline timeline(Actor actor, UUID caseId, @Nullable UUID place, @Nullable UUID person);
}
