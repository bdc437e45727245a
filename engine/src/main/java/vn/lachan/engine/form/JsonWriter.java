package vn.lachan.engine.form;

import java.util.List;
import java.util.Map;

/** Writes JSON without blanks; every control character and both separators of lines escaped. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();

  static String write(Json value) {
    JsonWriter writer = new JsonWriter();
    writer.append(value);
    return writer.text.toString();
  }

  private void append(Json value) {
    switch (value) {
      case Json.Members(Map<String, Json> members) -> appendMembers(members);
      case Json.Elements(List<Json> elements) -> appendElements(elements);
      case Json.Text(String characters) -> appendText(characters);
      case Json.Numeral(String digits) -> text.append(digits);
      case Json.Flag(boolean flag) -> text.append(flag);
      case Json.Null() -> text.append("null");
    }
  }

  private void appendMembers(Map<String, Json> members) {
    text.append('{');
    String separator = "";
    for (Map.Entry<String, Json> member : members.entrySet()) {
      text.append(separator);
      appendText(member.getKey());
      text.append(':');
      append(member.getValue());
      separator = ",";
    }
    text.append('}');
  }

  private void appendElements(List<Json> elements) {
    text.append('[');
    String separator = "";
    for (Json element : elements) {
      text.append(separator);
      append(element);
      separator = ",";
    }
    text.append(']');
  }

  private void appendText(String characters) {
    text.append('"');
    for (int index = 0; index < characters.length(); index++) {
      char character = characters.charAt(index);
      if (character == '"' || character == '\\') {
        text.append('\\').append(character);
      } else if (character < ' ' || character == '\u2028' || character == '\u2029') {
        appendEscaped(character);
      } else {
        text.append(character);
      }
    }
    text.append('"');
  }

  private void appendEscaped(char character) {
    text.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      text.append(HEX.charAt((character >> shift) & 15));
    }
  }
}
