package vn.lachan.engine.tracing;

/**
 * One continuous piece of an exposure: the stays it comes from and what they share, all [from, to)
 * in epoch seconds. The stay of {@code via} is cut to that person's window. For a lingering
 * exposure the piece lies after the stay of {@code via}.
 */
public record Overlap(
    long viaFrom,
    long viaTo,
    long contactFrom,
    long contactTo,
    long from,
    long to,
    boolean departureInferred) {

  public long seconds() {
    return to - from;
  }
}
