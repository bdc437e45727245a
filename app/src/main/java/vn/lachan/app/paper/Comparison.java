package vn.lachan.app.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.Row;

/**
 * Two keyings of a sheet, field by field. Capitals, spaces and the punctuation of numbers make no
 * difference: people write those as they like.
 *
 * @param fields how many fields were compared: those that either answered
 * @param different the keys of those that say something else
 */
record Comparison(int fields, List<String> different) {
  /** The key of the time on the sheet, which is no question of the form. */
  static final String WRITTEN = "written";

  Comparison {
    different = List.copyOf(different);
  }

  boolean agrees() {
    return different.isEmpty();
  }

  static Comparison of(Questionnaire form, Keyed first, Keyed second) {
    Map<String, List<String>> one = answers(form, first.response());
    Map<String, List<String>> two = answers(form, second.response());
    Set<String> keys = new LinkedHashSet<>();
    for (String linkId : form.linkIds()) {
      one.keySet().stream().filter(key -> isOf(key, linkId)).forEach(keys::add);
      two.keySet().stream().filter(key -> isOf(key, linkId)).forEach(keys::add);
    }
    List<String> different = new ArrayList<>();
    if (!first.written().equals(second.written())) {
      different.add(WRITTEN);
    }
    for (String key : keys) {
      if (!same(one.getOrDefault(key, List.of()), two.getOrDefault(key, List.of()))) {
        different.add(key);
      }
    }
    return new Comparison(keys.size() + 1, different);
  }

  /**
   * A keying.
   *
   * @param written the time on the sheet as text
   */
  record Keyed(Response response, String written) {
    @Override
    public String toString() {
      return "Keyed";
    }
  }

  /** What a field shows, by its key. */
  static Map<String, List<String>> answers(Questionnaire form, Response response) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    for (Row row : Forms.walk(form, response)) {
      boolean question = row.item().type() != ItemType.GROUP;
      if (question && row.enabled() && !row.answers().isEmpty()) {
        answers.put(row.key(), row.allShown());
      }
    }
    return answers;
  }

  private static boolean isOf(String key, String linkId) {
    return TypedAnswers.linkId(key).equals(linkId);
  }

  private static boolean same(List<String> one, List<String> two) {
    return one.stream()
        .map(Comparison::plain)
        .toList()
        .equals(two.stream().map(Comparison::plain).toList());
  }

  private static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String even = composed.toLowerCase(Locale.forLanguageTag("vi"));
    return even.replaceAll("[\\s.,;\\-]+", even.matches("[\\d\\s.\\-+]+") ? "" : " ").strip();
  }
}
