package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/** A FHIR Period: both ends included, each as precise as it is written, open where missing. */
final class Period {
  private static final int DAY_LENGTH = 10;

  private Period() {}

  /** Judged by days: a moment counts as the day it is written with. */
  static boolean holds(@Nullable String from, @Nullable String to, String day) {
    return (from == null || order(day, from) >= 0) && (to == null || order(day, to) <= 0);
  }

  private static int order(String one, String other) {
    int common = Math.min(DAY_LENGTH, Math.min(one.length(), other.length()));
    return one.substring(0, common).compareTo(other.substring(0, common));
  }
}
