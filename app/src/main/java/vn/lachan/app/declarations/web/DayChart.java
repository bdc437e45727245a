package vn.lachan.app.declarations.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.lachan.app.declarations.DeclarationFigures;
import vn.lachan.app.declarations.Level;

/**
 * Declarations by day as bars from zero, the highest level at the bottom, in the units of a drawing
 * {@value #WIDTH} wide and {@value #HEIGHT} high. A day without declarations is a gap.
 *
 * @param most of one day; the height of the drawing
 */
public record DayChart(long most, double barWidth, List<Bar> bars) {
  static final int WIDTH = 720;
  static final int HEIGHT = 160;

  private static final List<Level> FROM_BELOW =
      List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.GREEN);

  public DayChart {
    bars = List.copyOf(bars);
  }

  /** A day. */
  public record Bar(LocalDate day, double left, long all, List<Part> parts) {}

  /** A level of a day. */
  public record Part(Level level, double top, double height) {}

  static DayChart of(DeclarationFigures figures) {
    long days = ChronoUnit.DAYS.between(figures.from(), figures.to()) + 1;
    long most = figures.days().stream().mapToLong(one -> one.levels().all()).max().orElse(0);
    double step = (double) WIDTH / days;
    List<Bar> bars = new ArrayList<>();
    for (DeclarationFigures.ByDay one : figures.days()) {
      long after = ChronoUnit.DAYS.between(figures.from(), one.day());
      bars.add(new Bar(one.day(), after * step, one.levels().all(), parts(one.levels(), most)));
    }
    return new DayChart(most, step * 0.8, bars);
  }

  private static List<Part> parts(DeclarationFigures.Levels levels, long most) {
    List<Part> parts = new ArrayList<>();
    double top = HEIGHT;
    for (Level level : FROM_BELOW) {
      double height = most == 0 ? 0 : (double) HEIGHT * levels.of(level) / most;
      top -= height;
      if (height > 0) {
        parts.add(new Part(level, top, height));
      }
    }
    return parts;
  }
}
