package vn.lachan.app.tracing;

import java.util.List;

/** How many contacts a trace has; withdrawn ones are counted apart. */
public record TraceFigures(List<Generation> generations) {
  public TraceFigures {
    generations = List.copyOf(generations);
  }

  /** The figures of one generation. */
  public record Generation(int number, int close, int casual, int withdrawn) {}

  public int close() {
    return generations.stream().mapToInt(Generation::close).sum();
  }

  public int casual() {
    return generations.stream().mapToInt(Generation::casual).sum();
  }
}
