package vn.lachan.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the day of the week changes: who works, and how much people go out. */
enum DayKind {
  WORKDAY(1.0, 1.0, 1.0),
  SATURDAY(0.5, 0.1, 1.04),
  SUNDAY(0.2, 0.0, 0.96);

  private final double work;
  private final double school;
  private final double outings;

  DayKind(double work, double school, double outings) {
    this.work = work;
    this.school = school;
    this.outings = outings;
  }

  static DayKind of(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
      return SUNDAY;
    }
    return date.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY : WORKDAY;
  }

  double working(boolean atSchool) {
    return atSchool ? school : work;
  }

  /** The probability of no check-in at all, from the mean number on an ordinary day. */
  double[] noVisit(double[] mean) {
    double[] probability = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      probability[i] = Math.exp(-mean[i] * outings);
    }
    return probability;
  }
}
