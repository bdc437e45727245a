package vn.lachan.scanner;

import java.util.List;

/** Writes one JSON object member by member; a library would outweigh the module. */
final class JsonText {
  private final StringBuilder text = new StringBuilder("{");

  JsonText put(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  JsonText put(String name, long value) {
    name(name).append(value);
    return this;
  }

  JsonText put(String name, boolean value) {
    name(name).append(value);
    return this;
  }

  JsonText put(String name, List<String> values) {
    name(name).append('[');
    for (int index = 0; index < values.size(); index++) {
      text.append(index == 0 ? "" : ",");
      quote(values.get(index));
    }
    text.append(']');
    return this;
  }

  /** Takes a whole value that is JSON already. */
  JsonText putJson(String name, String json) {
    name(name).append(json);
    return this;
  }

  String end() {
    return text + "}";
  }

  private StringBuilder name(String name) {
    if (text.length() > 1) {
      text.append(',');
    }
    quote(name);
    return text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character < ' ' || Character.isSurrogate(character) || character == '\u2028') {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          text.append("0123456789abcdef".charAt(character >> shift & 15));
        }
      } else {
        text.append(character);
      }
    }
    text.append('"');
  }
}
