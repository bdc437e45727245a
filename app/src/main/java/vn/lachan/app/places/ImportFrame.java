package vn.lachan.app.places;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.units.Sector;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * What the rows of one table are read against: the plan, who imports it and where they may, and the
 * words that name kinds of places. Names of communes repeat, so each is looked up once.
 */
final class ImportFrame {
  /** A table has few names; one that has more is looked up anew. */
  private static final int REMEMBERED_MOST = 5_000;

  private final ImportPlan plan;
  private final Reach reach;
  private final LocalDate today;
  private final ZoneId zone;
  private final Map<String, String> typeWords;
  private final Parts parts;
  private final Map<String, UnitNames.Answer> answers = new HashMap<>();
  private final Map<Integer, Boolean> reached = new HashMap<>();

  /** What it asks. */
  record Parts(Units units, UnitNames unitNames, TypeNames typeNames, PlaceRules rules) {}

  ImportFrame(
      ImportPlan plan,
      Actor actor,
      LocalDate today,
      ZoneId zone,
      Map<String, String> ownWords,
      Parts parts) {
    this.plan = plan;
    this.reach = actor.require(Permission.PLACES_REGISTER);
    this.today = today;
    this.zone = zone;
    this.typeWords = parts.typeNames().words(today, ownWords);
    this.parts = parts;
  }

  ImportPlan plan() {
    return plan;
  }

  ZoneId zone() {
    return zone;
  }

  boolean reaches(int unit) {
    return reach.isEverywhere()
        || reached.computeIfAbsent(
            unit,
            one ->
                reach.units().stream().anyMatch(ancestor -> parts.units().contains(ancestor, one)));
  }

  UnitNames.Answer unit(String commune, String district, String province) {
    String name = commune + "\n" + district + "\n" + province;
    UnitNames.Answer known = answers.get(name);
    if (known != null) {
      return known;
    }
    UnitNames.Answer answer =
        parts
            .unitNames()
            .find(
                commune, district, province, new UnitNames.Frame(plan.districts(), this::reaches));
    if (answers.size() < REMEMBERED_MOST) {
      answers.put(name, answer);
    }
    return answer;
  }

  @Nullable String type(String typed) {
    return typeWords.get(PlaceText.fold(typed));
  }

  Optional<PlaceType> typeOf(String code) {
    return parts.typeNames().type(code, today);
  }

  Optional<Sector> sector(String typed) {
    return parts.typeNames().sector(typed, today);
  }

  PlaceFacts check(Registration registration) {
    return parts.rules().check(registration, today);
  }

  /** Stand-ins for a field that is wrong already, so that the others are judged too. */
  String anyType() {
    return typeWords.values().iterator().next();
  }

  int anyUnit() {
    Unit unit = parts.units().provinces(today).getFirst();
    while (unit.level() != UnitLevel.COMMUNE) {
      unit = parts.units().children(unit.id()).getFirst();
    }
    return unit.id();
  }
}
