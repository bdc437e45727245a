package vn.lachan.app.tracing.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.EncounterRule;
import vn.lachan.engine.tracing.PeriodRule;
import vn.lachan.engine.tracing.PlaceRule;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.TraceRefused;

/**
 * Reads one rule set from JSON. A field nobody knows is refused by name: a misspelt rule that is
 * silently left out would change who is traced. Fields that are left out are as in the plain rules.
 */
final class RulesFile {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "document",
          "title",
          "disease",
          "province",
          "validFrom",
          "validTo",
          "certainty",
          "period",
          "places",
          "encounters",
          "generations");
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Messages messages;

  RulesFile(Messages messages) {
    this.messages = messages;
  }

  Rules read(String file) {
    try {
      return rules(new JsonMapper().readTree(Files.readString(Path.of(file))));
    } catch (IOException _) {
      throw failure("no-file", file);
    } catch (JacksonException e) {
      throw failure("rules.not-json", file, String.valueOf(e.getOriginalMessage()));
    } catch (IllegalArgumentException | TraceRefused e) {
      throw failure("rules.bad-value", file, String.valueOf(e.getMessage()));
    }
  }

  private Rules rules(JsonNode node) {
    requireFields(node, "rules", FIELDS);
    Rules plain = Rules.plain();
    String validTo = optionalText(node, "validTo");
    return new Rules(
        text(node, "id", "file"),
        text(node, "document", ""),
        text(node, "title", ""),
        text(node, "disease", plain.disease()),
        optionalText(node, "province"),
        day("validFrom", text(node, "validFrom", plain.validFrom().toString())),
        validTo == null ? null : day("validTo", validTo),
        text(node, "certainty", ""),
        period(child(node, "period"), plain.period()),
        places(child(node, "places")),
        encounters(child(node, "encounters")),
        whole(node, "generations", "generations", plain.generations()));
  }

  private PeriodRule period(JsonNode node, PeriodRule plain) {
    requireFields(
        node, "period", Set.of("daysBeforeOnset", "daysBeforeSample", "daysAfterFirstContact"));
    return new PeriodRule(
        whole(node, "period.daysBeforeOnset", "daysBeforeOnset", plain.daysBeforeOnset()),
        whole(node, "period.daysBeforeSample", "daysBeforeSample", plain.daysBeforeSample()),
        wholeOrNull(node, "period.daysAfterFirstContact", "daysAfterFirstContact"));
  }

  /** A setting that is not named has the rule of UNKNOWN, which therefore is the general one. */
  private Map<Setting, PlaceRule> places(JsonNode node) {
    var places = new EnumMap<Setting, PlaceRule>(Setting.class);
    JsonNode unknown = node.get(Setting.UNKNOWN.name());
    PlaceRule general =
        unknown == null ? Rules.plain().at(Setting.UNKNOWN) : place(unknown, "places.UNKNOWN");
    places.putAll(Rules.everywhere(general));
    for (String name : node.propertyNames()) {
      String path = "places." + name;
      places.put(constant(Setting.class, name, path), place(required(node, name, path), path));
    }
    return places;
  }

  private PlaceRule place(JsonNode node, String path) {
    requireFields(node, path, Set.of("closeFromMinutes", "airOutMinutes", "lingeringClass"));
    required(node, "closeFromMinutes", path + ".closeFromMinutes");
    String lingering = text(node, "lingeringClass", "casual").toUpperCase(Locale.ROOT);
    return new PlaceRule(
        wholeOrNull(node, path + ".closeFromMinutes", "closeFromMinutes"),
        whole(node, path + ".airOutMinutes", "airOutMinutes", 0),
        constant(ContactClass.class, lingering, path + ".lingeringClass"));
  }

  private Map<Source, EncounterRule> encounters(JsonNode node) {
    var encounters = new EnumMap<Source, EncounterRule>(Source.class);
    for (String name : node.propertyNames()) {
      String path = "encounters." + name;
      Source source = constant(Source.class, name, path);
      JsonNode rule = required(node, name, path);
      requireFields(rule, path, Set.of("closeFromMinutes", "closeWithinRows"));
      required(rule, "closeFromMinutes", path + ".closeFromMinutes");
      encounters.put(
          source,
          new EncounterRule(
              wholeOrNull(rule, path + ".closeFromMinutes", "closeFromMinutes"),
              wholeOrNull(rule, path + ".closeWithinRows", "closeWithinRows")));
    }
    return encounters;
  }

  private void requireFields(JsonNode node, String path, Set<String> allowed) {
    if (!node.isObject()) {
      throw failure("rules.not-object", path);
    }
    for (String name : node.propertyNames()) {
      if (!allowed.contains(name)) {
        throw failure("rules.unknown-field", path.equals("rules") ? name : path + "." + name);
      }
    }
  }

  private JsonNode child(JsonNode node, String name) {
    JsonNode child = node.get(name);
    if (child == null) {
      return NOTHING;
    }
    if (!child.isObject()) {
      throw failure("rules.not-object", name);
    }
    return child;
  }

  private JsonNode required(JsonNode node, String name, String path) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw failure("rules.missing-field", path);
    }
    return value;
  }

  private String text(JsonNode node, String name, String otherwise) {
    String text = optionalText(node, name);
    return text == null ? otherwise : text;
  }

  private @Nullable String optionalText(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw failure("rules.bad-value", name, value.toString());
    }
    return value.stringValue();
  }

  private int whole(JsonNode node, String path, String name, int otherwise) {
    Integer value = wholeOrNull(node, path, name);
    return value == null ? otherwise : value;
  }

  private @Nullable Integer wholeOrNull(JsonNode node, String path, String name) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw failure("rules.bad-value", path, value.toString());
    }
    return value.intValue();
  }

  private LocalDate day(String path, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw failure("rules.bad-value", path, text);
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, String name, String path) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw failure("rules.unknown-field", path);
  }

  private TraceFailure failure(String key, Object... arguments) {
    return new TraceFailure(TraceFailure.BAD_INPUT, messages.say(key, arguments));
  }
}
