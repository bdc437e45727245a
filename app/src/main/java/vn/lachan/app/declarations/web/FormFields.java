package vn.lachan.app.declarations.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Questionnaire;

/** Fields of a posted form, from the names that pages use to the keys that the engine knows. */
public final class FormFields {
  /** Before every name, so that no question of a form can be called as one of ours. */
  static final String PREFIX = "q.";

  private static final int FIELDS_MOST = 2_000;
  private static final int LOCAL_TIME_LETTERS = 16;
  private static final String VIETNAM = ":00+07:00";

  private FormFields() {}

  /**
   * The answers among the parameters. Times that a browser writes without a zone are Vietnam's;
   * occurrences of a group of the first level that were left empty close up.
   */
  public static Map<String, List<String>> read(
      Questionnaire questionnaire, MultiValueMap<String, String> parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) -> {
          if (name.startsWith(PREFIX) && fields.size() < FIELDS_MOST) {
            String key = name.substring(PREFIX.length());
            fields.put(
                key, values.stream().map(value -> zoned(questionnaire, key, value)).toList());
          }
        });
    for (Item item : questionnaire.items()) {
      if (item.type() == ItemType.GROUP && item.repeats()) {
        closeUp(item, fields);
      }
    }
    return fields;
  }

  /** As an input of the browser shows a time: without seconds and zone. */
  static String local(String moment) {
    return moment.length() > LOCAL_TIME_LETTERS ? moment.substring(0, LOCAL_TIME_LETTERS) : moment;
  }

  private static String zoned(Questionnaire questionnaire, String key, String value) {
    Item item = questionnaire.item(linkId(key));
    boolean bare = value.length() == LOCAL_TIME_LETTERS && value.charAt(10) == 'T';
    return item != null && item.type() == ItemType.DATE_TIME && bare ? value + VIETNAM : value;
  }

  private static void closeUp(Item group, Map<String, List<String>> fields) {
    Map<Integer, Map<String, List<String>>> occurrences = new TreeMap<>();
    for (Item inner : group.items()) {
      for (String key : List.copyOf(fields.keySet())) {
        String[] parts = key.split("#", -1);
        if (parts.length == 2 && parts[0].equals(inner.linkId()) && parts[1].matches("\\d{1,4}")) {
          occurrences
              .computeIfAbsent(Integer.valueOf(parts[1]), _ -> new LinkedHashMap<>())
              .put(inner.linkId(), fields.remove(key));
        }
      }
    }
    List<Map<String, List<String>>> kept = new ArrayList<>(occurrences.values());
    kept.removeIf(
        one -> one.values().stream().allMatch(all -> all.stream().allMatch(String::isBlank)));
    for (int index = 0; index < kept.size(); index++) {
      int number = index;
      kept.get(index).forEach((linkId, values) -> fields.put(linkId + "#" + number, values));
    }
  }

  private static String linkId(String key) {
    int mark = key.indexOf('#');
    return mark < 0 ? key : key.substring(0, mark);
  }
}
