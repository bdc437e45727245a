package vn.lachan.engine.tracing;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One dated rule set: how a document's definition of a contact is read from what is known here.
 * Visits tell neither distance nor masks; how a text about metres and masks becomes minutes in a
 * setting is a choice, kept in this data and owned up to in {@code certainty}.
 *
 * @param province code of the province whose own document this is, null for the whole country
 * @param validTo first day on which it no longer holds, null while it holds
 * @param certainty what is uncertain or chosen, for the reader; empty when nothing is
 * @param places the rule of every {@link Setting}
 * @param encounters the rule of each source of encounters in use; a missing source is not used
 * @param generations how far a trace goes unless told otherwise, 1 to 3
 */
public record Rules(
    String id,
    String document,
    String title,
    String disease,
    @Nullable String province,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String certainty,
    PeriodRule period,
    Map<Setting, PlaceRule> places,
    Map<Source, EncounterRule> encounters,
    int generations) {

  /** The disease of a rule set that is not about one disease. */
  public static final String ANY_DISEASE = "*";

  private static final int PLAIN_CLOSE_MINUTES = 15;

  public Rules {
    places = Map.copyOf(places);
    encounters = Map.copyOf(encounters);
    if (places.size() != Setting.values().length) {
      throw new IllegalArgumentException("a rule is missing for a setting: " + places.keySet());
    }
    if (encounters.keySet().stream().anyMatch(Source::fromVisits)) {
      throw new IllegalArgumentException("visits are judged by places: " + encounters.keySet());
    }
    if (validTo != null && !validFrom.isBefore(validTo)) {
      throw new IllegalArgumentException("validTo " + validTo + " not after " + validFrom);
    }
    Tracer.requireGenerations(generations);
  }

  /**
   * The rule set of no document: any overlap counts, at least 15 minutes in all at one place on one
   * day are close, nothing lingers, no households.
   */
  public static Rules plain() {
    return new Rules(
        "plain",
        "",
        "15 phút cùng một nơi trong một ngày",
        ANY_DISEASE,
        null,
        LocalDate.EPOCH,
        null,
        "",
        new PeriodRule(2, 2, null),
        everywhere(PlaceRule.closeFrom(PLAIN_CLOSE_MINUTES)),
        Map.of(),
        1);
  }

  /** The same rule for all settings. */
  public static Map<Setting, PlaceRule> everywhere(PlaceRule rule) {
    var places = new EnumMap<Setting, PlaceRule>(Setting.class);
    for (Setting setting : Setting.values()) {
      places.put(setting, rule);
    }
    return places;
  }

  /** These rules with one air-out time for all settings. */
  public Rules withAirOut(int minutes) {
    var changed = new EnumMap<Setting, PlaceRule>(Setting.class);
    places.forEach((setting, rule) -> changed.put(setting, rule.withAirOut(minutes)));
    return new Rules(
        id,
        document,
        title,
        disease,
        province,
        validFrom,
        validTo,
        certainty,
        period,
        changed,
        encounters,
        generations);
  }

  public PlaceRule at(Setting setting) {
    PlaceRule rule = places.get(setting);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + setting);
    }
    return rule;
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
  }

  /** Whether a setting makes any difference, that is whether places must be asked for theirs. */
  boolean distinguishesSettings() {
    return new HashSet<>(places.values()).size() > 1;
  }
}
