package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/**
 * Unites the visits of a generation's sources into the stays that a trace keeps as evidence, by the
 * engine's rules: rows of one person at one place that overlap or touch are one stay, cut to the
 * person's window; of two rows with one end, a scanned departure proves it.
 */
final class SourceStays {
  private record Uncut(Visit visit, PersonWindow window) {}

  private static final Comparator<Uncut> UNITED_TOGETHER =
      Comparator.comparingLong((Uncut uncut) -> uncut.visit.person())
          .thenComparingLong(uncut -> uncut.visit.place())
          .thenComparingLong(uncut -> uncut.visit.enteredAt());

  private final Rules rules;
  private final Map<Long, Setting> settings;

  SourceStays(Rules rules, Map<Long, Setting> settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /** Visits of canonical persons; those of persons without a window are left out. */
  List<ExposingStay> unite(int generation, List<Visit> visits, List<PersonWindow> windows) {
    Map<Long, PersonWindow> windowOf = new HashMap<>();
    windows.forEach(window -> windowOf.put(window.person(), window));
    List<Uncut> wanted = new ArrayList<>();
    for (Visit visit : visits) {
      PersonWindow window = windowOf.get(visit.person());
      if (window != null && visit.enteredAt() < window.to() && visit.leftAt() > window.from()) {
        wanted.add(new Uncut(visit, window));
      }
    }
    wanted.sort(UNITED_TOGETHER);
    List<ExposingStay> stays = new ArrayList<>();
    for (Uncut uncut : wanted) {
      ExposingStay stay = cut(generation, uncut);
      if (stay.from() < stay.to()) {
        add(stays, stay);
      }
    }
    return stays;
  }

  private ExposingStay cut(int generation, Uncut uncut) {
    Visit visit = uncut.visit;
    long to = Math.min(visit.leftAt(), uncut.window.to());
    return new ExposingStay(
        generation,
        visit.person(),
        visit.place(),
        Math.max(visit.enteredAt(), uncut.window.from()),
        to,
        visit.leftAt() + airOutSeconds(visit.place()),
        visit.departureInferred() && visit.leftAt() == to);
  }

  private static void add(List<ExposingStay> stays, ExposingStay next) {
    ExposingStay last = stays.isEmpty() ? null : stays.getLast();
    boolean continues =
        last != null
            && last.person() == next.person()
            && last.place() == next.place()
            && next.from() <= last.to();
    if (last != null && continues) {
      stays.set(stays.size() - 1, join(last, next));
    } else {
      stays.add(next);
    }
  }

  private static ExposingStay join(ExposingStay one, ExposingStay next) {
    boolean inferred = one.departureInferred();
    if (next.to() == one.to()) {
      inferred = one.departureInferred() && next.departureInferred();
    } else if (next.to() > one.to()) {
      inferred = next.departureInferred();
    }
    return new ExposingStay(
        one.generation(),
        one.person(),
        one.place(),
        one.from(),
        Math.max(one.to(), next.to()),
        Math.max(one.until(), next.until()),
        inferred);
  }

  private long airOutSeconds(long place) {
    Setting setting = settings.getOrDefault(place, Setting.UNKNOWN);
    return rules.at(setting).airOutMinutes() * 60L;
  }
}
