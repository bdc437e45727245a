package vn.lachan.app.declarations;

import java.util.List;
import java.util.UUID;

/**
 * What changed rules would have said of the latest declarations.
 *
 * @param judged how many were judged by both
 * @param moves how many would go from one level to another
 * @param examples some of them
 */
public record RulePreview(int judged, int days, List<Move> moves, List<Example> examples) {
  public RulePreview {
    moves = List.copyOf(moves);
    examples = List.copyOf(examples);
  }

  /** From one level to another. */
  public record Move(Level from, Level to, int declarations) {}

  /** A declaration that would change. */
  public record Example(UUID declaration, long number, Level from, Level to) {}

  public int changed() {
    return moves.stream()
        .filter(move -> move.from() != move.to())
        .mapToInt(Move::declarations)
        .sum();
  }
}
