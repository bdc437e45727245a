package vn.lachan.app.visits.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.lachan.app.visits.ListedVisit;

/** A listed visit; name and phone are masked. */
record ListedJson(
    UUID person,
    String name,
    String phone,
    Instant enteredAt,
    Instant leftAt,
    String departure,
    String way,
    List<String> flags) {
  static ListedJson of(ListedVisit visit) {
    return new ListedJson(
        visit.person(),
        visit.name(),
        visit.phone(),
        visit.enteredAt(),
        visit.leftAt(),
        key(visit.departure()),
        key(visit.way()),
        visit.flagNames());
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
