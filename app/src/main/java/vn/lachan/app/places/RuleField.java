package vn.lachan.app.places;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which field a rule of registrations spoke of, and a registration without that field. */
final class RuleField {
  private static final Map<String, ImportField> BY_BEGINNING = new LinkedHashMap<>();

  static {
    BY_BEGINNING.put("owner-name", ImportField.OWNER_NAME);
    BY_BEGINNING.put("owner-phone", ImportField.OWNER_PHONE);
    BY_BEGINNING.put("name", ImportField.NAME);
    BY_BEGINNING.put("address", ImportField.ADDRESS);
    BY_BEGINNING.put("type", ImportField.TYPE);
    BY_BEGINNING.put("unit", ImportField.COMMUNE);
    BY_BEGINNING.put("outside-reach", ImportField.COMMUNE);
    BY_BEGINNING.put("times", ImportField.VALID_FROM);
    BY_BEGINNING.put("location", ImportField.LATITUDE);
    BY_BEGINNING.put("hours", ImportField.HOURS);
    BY_BEGINNING.put("capacity", ImportField.CAPACITY);
    BY_BEGINNING.put("setting", ImportField.SETTING);
  }

  private RuleField() {}

  /** Refusals of other modules concern the owner's account. */
  static ImportField of(String code) {
    String rule = code.replaceFirst("^places\\.(?:refused|import\\.problem)\\.", "");
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> rule.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(ImportField.OWNER_PHONE);
  }

  static Optional<Registration> without(Registration all, ImportField field, ImportFrame frame) {
    boolean times = field == ImportField.VALID_FROM;
    boolean known = field != ImportField.TYPE && field != ImportField.COMMUNE;
    return known
        ? Optional.of(
            new Registration(
                field == ImportField.NAME ? "x" : all.name(),
                all.type(),
                field == ImportField.ADDRESS ? "x" : all.address(),
                all.unit(),
                field == ImportField.LATITUDE ? null : all.location(),
                all.setting(),
                field == ImportField.HOURS ? null : all.hours(),
                field == ImportField.CAPACITY ? null : all.capacity(),
                times ? null : all.validFrom(),
                times ? null : all.validTo(),
                field == ImportField.OWNER_NAME ? null : all.ownerName(),
                field == ImportField.OWNER_PHONE ? null : all.ownerPhone()))
        : Optional.empty();
  }
}
