package vn.lachan.app.operations;

/**
 * What one schema takes up.
 *
 * @param rows an estimate
 * @param bytes with indexes
 */
public record Storage(String name, long tables, long rows, long bytes) {
  private static final double MEGA = 1_048_576.0;

  public double megabytes() {
    return bytes / MEGA;
  }
}
