package vn.lachan.engine.scan;

import java.util.ArrayList;
import java.util.List;

/** Splits without regular expressions, which would weigh on the browser's module. */
final class Fields {
  private Fields() {}

  /** All fields, trimmed, the empty ones included; never an empty list. */
  static List<String> split(String text, char separator) {
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
      fields.add(TextCleaning.trim(text.substring(from, to)));
      from = to + 1;
    }
    fields.add(TextCleaning.trim(text.substring(from)));
    return fields;
  }
}
