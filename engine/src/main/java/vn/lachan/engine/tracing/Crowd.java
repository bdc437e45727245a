package vn.lachan.engine.tracing;

import java.util.List;

/**
 * A place so full while a source was there that its visitors are no list anybody could work
 * through. It is reported with what is needed to narrow it.
 *
 * @param generation whom its visitors would belong to
 * @param window the place and the span in which coming there mattered, air-out included
 * @param visitors persons there in that span who are no contact of an earlier generation
 * @param contacts how many of them remain after what was decided; all where nothing was
 * @param close how many of those shared at least as many minutes with sources as the rule calls
 *     close
 * @param sourceMinutes minutes in which some source was there, after what was decided
 * @param sharedAtLeast how many persons shared at least {@link #STEPS} minutes with sources, after
 *     the narrower span, before the least minutes
 */
public record Crowd(
    int generation,
    PlaceWindow window,
    int visitors,
    int contacts,
    int close,
    long sourceMinutes,
    Outcome outcome,
    List<Integer> sharedAtLeast) {
  /** Minutes for which {@link #sharedAtLeast} counts. */
  public static final List<Integer> STEPS = List.of(1, 5, 15, 30, 60, 120);

  /** What became of the crowd. */
  public enum Outcome {
    /** Nobody becomes a contact through it until somebody decides. */
    HELD_BACK,
    /** A decision narrowed it; who remains is listed. */
    NARROWED,
    /** A decision lists all of it. */
    INCLUDED
  }

  public Crowd {
    sharedAtLeast = List.copyOf(sharedAtLeast);
  }
}
