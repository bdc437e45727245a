package vn.lachan.app.gates.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lachan.app.gates.TripDecision;
import vn.lachan.app.gates.TripOffice.TripFigure;

/** Figures of checkpoints as their page shows them: a row a day, the latest first, and reasons. */
record TripTotals(List<Day> days, List<Reason> reasons, Day total) {
  /** A day's vehicles and people, by what became of them. */
  record Day(LocalDate day, int vehicles, int people, Map<TripDecision, Integer> decided) {
    public int let() {
      return decided.getOrDefault(TripDecision.LET_THROUGH, 0);
    }

    public int refused() {
      return decided.getOrDefault(TripDecision.REFUSED, 0);
    }

    public int sentOn() {
      return decided.getOrDefault(TripDecision.SENT_ON, 0);
    }
  }

  record Reason(String code, int vehicles, int people) {}

  static TripTotals of(List<TripFigure> figures) {
    Map<LocalDate, List<TripFigure>> byDay = new TreeMap<>(Comparator.reverseOrder());
    Map<String, int[]> byReason = new LinkedHashMap<>();
    for (TripFigure figure : figures) {
      byDay.computeIfAbsent(figure.day(), day -> new ArrayList<>()).add(figure);
      if (figure.reason() != null) {
        int[] sums = byReason.computeIfAbsent(figure.reason(), code -> new int[2]);
        sums[0] += figure.vehicles();
        sums[1] += figure.people();
      }
    }
    List<Day> days =
        byDay.entrySet().stream().map(day -> day(day.getKey(), day.getValue())).toList();
    List<Reason> reasons =
        byReason.entrySet().stream()
            .map(each -> new Reason(each.getKey(), each.getValue()[0], each.getValue()[1]))
            .sorted(Comparator.comparingInt(Reason::vehicles).reversed())
            .toList();
    return new TripTotals(days, reasons, day(LocalDate.EPOCH, figures));
  }

  private static Day day(LocalDate day, List<TripFigure> figures) {
    Map<TripDecision, Integer> decided = new EnumMap<>(TripDecision.class);
    int people = 0;
    int vehicles = 0;
    for (TripFigure figure : figures) {
      decided.merge(figure.decision(), figure.vehicles(), Integer::sum);
      people += figure.people();
      vehicles += figure.vehicles();
    }
    return new Day(day, vehicles, people, decided);
  }
}
