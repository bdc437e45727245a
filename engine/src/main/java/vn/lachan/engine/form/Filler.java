package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a response of the fields of a posted form, named as {@link Row#key} says. */
final class Filler {
  private static final String UNIT = ":unit";

  private final Questionnaire questionnaire;
  private final Map<String, List<String>> fields;
  private final List<Fault> faults = new ArrayList<>();

  Filler(Questionnaire questionnaire, Map<String, List<String>> fields) {
    this.questionnaire = questionnaire;
    this.fields = fields;
  }

  Filling fill(String authored) {
    List<ResponseItem> items = fill(questionnaire.items(), "");
    Response response = new Response(questionnaire.canonical(), "completed", authored, items);
    return new Filling(Forms.settle(questionnaire, response), List.copyOf(faults));
  }

  private List<ResponseItem> fill(List<Item> items, String suffix) {
    List<ResponseItem> filled = new ArrayList<>();
    for (Item item : items) {
      if (item.type() == ItemType.GROUP) {
        fillGroup(item, suffix, filled);
      } else if (item.type().isQuestion()) {
        fillQuestion(item, suffix, filled);
      }
    }
    return List.copyOf(filled);
  }

  private void fillGroup(Item item, String suffix, List<ResponseItem> filled) {
    int most = item.repeats() ? FormLimits.OCCURRENCES : 1;
    for (int occurrence = 0; occurrence < most; occurrence++) {
      String own = item.repeats() ? suffix + "#" + occurrence : suffix;
      List<ResponseItem> inner = hasFields(item, own) ? fill(item.items(), own) : List.of();
      if (!inner.isEmpty()) {
        filled.add(ResponseItem.group(item.linkId(), inner));
      }
    }
  }

  private void fillQuestion(Item item, String suffix, List<ResponseItem> filled) {
    String key = item.linkId() + suffix;
    List<Answer> answers = new ArrayList<>();
    for (String sent : fields.getOrDefault(key, List.of())) {
      String text = sent.strip();
      if (!text.isEmpty() && answers.size() < FormLimits.OCCURRENCES) {
        String own = item.repeats() ? suffix + "#" + answers.size() : suffix;
        Value value = text.length() > FormLimits.JSON_CHARACTERS ? null : read(item, key, text);
        if (value == null) {
          faults.add(new Fault(key, item.linkId(), FaultCode.INPUT_UNREADABLE));
        } else {
          answers.add(new Answer(value, fill(item.items(), own)));
        }
      }
    }
    if (!answers.isEmpty()) {
      filled.add(ResponseItem.answers(item.linkId(), answers));
    }
  }

  private @Nullable Value read(Item item, String key, String text) {
    List<String> units = fields.getOrDefault(key + UNIT, List.of());
    return Inputs.read(item, text, units.isEmpty() ? null : units.get(0));
  }

  /** True where any field belongs to this occurrence, so that absent ones cost nothing. */
  private boolean hasFields(Item item, String suffix) {
    for (Item inner : item.items()) {
      String key = inner.linkId() + suffix;
      if (fields.containsKey(key) || (!inner.items().isEmpty() && hasInnerFields(inner, suffix))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasInnerFields(Item inner, String suffix) {
    if (!inner.repeats()) {
      return hasFields(inner, suffix);
    }
    for (int occurrence = 0; occurrence < FormLimits.OCCURRENCES; occurrence++) {
      if (hasFields(inner, suffix + "#" + occurrence)) {
        return true;
      }
    }
    return false;
  }
}
