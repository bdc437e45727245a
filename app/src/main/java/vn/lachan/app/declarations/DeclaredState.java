package vn.lachan.app.declarations;

import java.time.Instant;

/**
 * How a person stands by the last declaration.
 *
 * @param validUntil after this time a new declaration is due
 * @param calls whether a gate stops the person and calls the health station
 */
public record DeclaredState(Level level, Instant declaredAt, Instant validUntil, boolean calls) {
  public boolean valid(Instant at) {
    return at.isBefore(validUntil);
  }
}
