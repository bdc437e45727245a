package vn.lachan.app.casework;

/** Unfinished tasks within one's reach. */
public record TaskFigures(int overdue, int dueToday, int later) {
  public int all() {
    return overdue + dueToday + later;
  }
}
