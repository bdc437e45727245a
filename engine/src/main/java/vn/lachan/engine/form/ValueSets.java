package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value sets and code systems that a questionnaire contains or that were given beside it (FHIR
 * R4, 4.8 and 4.9). Only codes that stand written in them are offered: nothing is looked up.
 */
final class ValueSets {
  private final Map<String, Source> valueSets = new HashMap<>();
  private final Map<String, Source> codeSystems = new HashMap<>();
  private final Map<String, List<Option>> resolved = new HashMap<>();

  /** Takes note of a resource; of other kinds than the two nothing is needed. */
  void add(Source resource, boolean contained) {
    String id = resource.text("id");
    String url = resource.text("url");
    boolean isSet = "ValueSet".equals(resource.text("resourceType"));
    boolean isSystem = "CodeSystem".equals(resource.text("resourceType"));
    if (isSet && contained && id != null) {
      valueSets.put("#" + id, resource);
    }
    if (isSet && url != null) {
      valueSets.put(url, resource);
    }
    if (isSystem && url != null) {
      codeSystems.put(url, resource);
    }
  }

  /** The options of the set of this address; null where it is not known. */
  @Nullable List<Option> options(String address) {
    int bar = address.indexOf('|');
    String url = bar < 0 ? address : address.substring(0, bar);
    List<Option> known = resolved.get(url);
    Source valueSet = valueSets.get(url);
    if (known != null || valueSet == null) {
      return known;
    }
    List<Option> options = List.copyOf(read(valueSet));
    resolved.put(url, options);
    return options;
  }

  private List<Option> read(Source valueSet) {
    List<Option> options = new ArrayList<>();
    Source compose = valueSet.object("compose");
    Source expansion = valueSet.object("expansion");
    if (expansion != null) {
      readCodes(expansion.objects("contains"), null, options);
    } else if (compose == null) {
      valueSet.refuse(FormRefusalCode.VALUE_SET_UNSUPPORTED);
    } else {
      if (compose.has("exclude")) {
        compose.refuseMember("exclude", FormRefusalCode.VALUE_SET_UNSUPPORTED, "");
      }
      for (Source include : compose.objects("include")) {
        readInclude(include, options);
      }
    }
    return options;
  }

  private void readInclude(Source include, List<Option> options) {
    if (include.has("filter") || include.has("valueSet")) {
      include.refuse(FormRefusalCode.VALUE_SET_UNSUPPORTED);
      return;
    }
    String system = include.requiredText("system");
    if (include.has("concept")) {
      readCodes(include.objects("concept"), system, options);
      return;
    }
    Source codeSystem = codeSystems.get(system);
    if (codeSystem == null) {
      include.refuse(FormRefusalCode.VALUE_SET_UNKNOWN, system);
    } else {
      readCodes(codeSystem.objects("concept"), system, options);
    }
  }

  private static void readCodes(
      List<Source> concepts, @Nullable String system, List<Option> options) {
    for (Source concept : concepts) {
      if (options.size() > FormLimits.OPTIONS) {
        return;
      }
      String own = system == null ? concept.text("system") : system;
      if (!concept.flag("abstract")) {
        options.add(option(concept, own));
      }
      readCodes(concept.objects(system == null ? "contains" : "concept"), system, options);
    }
  }

  private static Option option(Source concept, @Nullable String system) {
    LocalText text = LocalTextReader.readDesignations(concept);
    String display = text.plain().isEmpty() ? null : text.plain();
    Value.Code code = new Value.Code(system, concept.requiredText("code"), display);
    LocalText shown = display == null ? new LocalText(code.code(), text.translations()) : text;
    return new Option(code, shown, OptionReader.weight(concept), false, false);
  }
}
