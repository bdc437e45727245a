package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Settings of places as far as they have been answered; each place is asked for once. */
final class PlaceSettings {
  private final LongIndex places = new LongIndex();
  private final List<Setting> settings = new ArrayList<>();

  List<Long> unanswered(List<Long> asked) {
    return asked.stream().filter(place -> !places.contains(place)).toList();
  }

  /** An answer twice for one place: the later counts. Places without an answer stay unknown. */
  void answer(List<Long> asked, Collection<PlaceTraits> answers) {
    for (long place : asked) {
      put(place, Setting.UNKNOWN);
    }
    for (PlaceTraits traits : answers) {
      put(traits.place(), traits.setting());
    }
  }

  Setting of(long place) {
    int ordinal = places.get(place);
    return ordinal == LongIndex.ABSENT ? Setting.UNKNOWN : settings.get(ordinal);
  }

  private void put(long place, Setting setting) {
    int ordinal = places.add(place);
    if (ordinal == settings.size()) {
      settings.add(setting);
    } else {
      settings.set(ordinal, setting);
    }
  }
}
