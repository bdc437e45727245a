package vn.lachan.app.program.backup;

import java.util.Locale;

/** Bytes as people say them. */
final class Sizes {
  private static final double STEP = 1000;

  private Sizes() {}

  static String text(long bytes) {
    double value = bytes / STEP / STEP;
    return value < STEP
        ? String.format(Locale.ROOT, "%.1f MB", value)
        : String.format(Locale.ROOT, "%.2f GB", value / STEP);
  }
}
