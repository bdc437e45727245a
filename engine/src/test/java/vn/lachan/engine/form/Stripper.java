package vn.lachan.engine.form;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes out of a questionnaire whatever the engine refuses, at the path that the refusal names,
 * until the engine accepts it: proof that every refusal says where and that none is missing.
 */
final class Stripper {
  private static final int ROUNDS = 100;
  private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)");
  private static final Set<FormRefusalCode> WHOLE_ITEM =
      Set.of(
          FormRefusalCode.TYPE_UNSUPPORTED,
          FormRefusalCode.OPTIONS_MISSING,
          FormRefusalCode.GROUP_EMPTY,
          FormRefusalCode.VALUE_SET_UNKNOWN,
          FormRefusalCode.VALUE_SET_UNSUPPORTED);

  private Stripper() {}

  /** The questionnaire that is left. */
  static String strip(String json, List<String> valueSets) {
    String left = json;
    for (int round = 0; round < ROUNDS; round++) {
      switch (Forms.read(left, valueSets)) {
        case FormReading.Accepted<Questionnaire> accepted -> {
          return left;
        }
        case FormReading.Refused<Questionnaire>(List<FormRefusal> refusals) -> {
          String next = without(left, refusals);
          if (next.equals(left)) {
            throw new AssertionError(refusals.get(0) + " names nothing that can be taken out");
          }
          left = next;
        }
      }
    }
    throw new AssertionError("refused for ever");
  }

  /** Takes out the last first, so that the places of the others stay what they were. */
  private static String without(String json, List<FormRefusal> refusals) {
    if (!(new JsonReader(json).read() instanceof Json.Members root)) {
      throw new AssertionError(json);
    }
    TreeMap<String, String> paths = new TreeMap<>(Comparator.reverseOrder());
    for (FormRefusal refusal : refusals) {
      String path = refusal.path();
      int item = path.lastIndexOf(".item[");
      if (item >= 0 && WHOLE_ITEM.contains(refusal.code())) {
        path = path.substring(0, path.indexOf(']', item) + 1);
      }
      paths.put(NUMBER.matcher(path).replaceAll(match -> "[" + padded(match.group(1))), path);
    }
    paths.values().forEach(path -> remove(root, path.split("\\.")));
    return JsonWriter.write(root);
  }

  private static String padded(String number) {
    return "0".repeat(6 - number.length()) + number;
  }

  /** Removes what the path names; an array that is empty then goes too. */
  private static boolean remove(Json.Members root, String[] steps) {
    Json.Members holder = root;
    for (int index = 1; index < steps.length; index++) {
      String step = steps[index];
      int bracket = step.indexOf('[');
      String name = bracket < 0 ? step : step.substring(0, bracket);
      Json member = holder.members().get(name);
      boolean last = index == steps.length - 1;
      if (bracket >= 0 && member instanceof Json.Elements(List<Json> elements)) {
        int position = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
        if (last) {
          elements.remove(position);
          if (elements.isEmpty()) {
            holder.members().remove(name);
          }
          return true;
        }
        member = elements.get(position);
      } else if (last) {
        return holder.members().remove(name) != null;
      }
      if (!(member instanceof Json.Members inner)) {
        return false;
      }
      holder = inner;
    }
    return false;
  }
}
