package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strict reader of JSON (RFC 8259): no comments, no trailing commas, no name twice in an object,
 * no lone surrogate, within {@link FormLimits}. It answers null for a text that is not JSON and
 * says where it stopped; after that it reads nothing more.
 */
final class JsonReader {
  private static final int HEX_DIGITS = 4;

  private final String text;
  private int at;
  private int depth;
  private int values;
  private boolean failed;
  private boolean tooLarge;

  JsonReader(String text) {
    this.text = text;
  }

  @Nullable Json read() {
    if (text.length() > FormLimits.JSON_CHARACTERS) {
      tooLarge = true;
      return null;
    }
    skipBlanks();
    Json value = readValue();
    skipBlanks();
    return failed || at < text.length() ? null : value;
  }

  /** The character, counted from 0, at which reading stopped. */
  int position() {
    return at;
  }

  /** True where the text may be JSON, but is more of it than is read. */
  boolean isTooLarge() {
    return tooLarge;
  }

  private Json readValue() {
    if (++values > FormLimits.JSON_VALUES || depth > FormLimits.JSON_DEPTH) {
      tooLarge = true;
      return fail();
    }
    return switch (peek()) {
      case '{' -> readMembers();
      case '[' -> readElements();
      case '"' -> new Json.Text(readText());
      case 't' -> readWord("true", new Json.Flag(true));
      case 'f' -> readWord("false", new Json.Flag(false));
      case 'n' -> readWord("null", new Json.Null());
      default -> readNumber();
    };
  }

  private Json readMembers() {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    depth++;
    skipBlanks();
    boolean more = !take('}');
    while (more && !failed) {
      skipBlanks();
      String name = readText();
      skipBlanks();
      expect(':');
      skipBlanks();
      Json value = failed ? fail() : readValue();
      if (!failed && members.put(name, value) != null) {
        fail();
      }
      skipBlanks();
      more = take(',');
      if (!more) {
        expect('}');
      }
    }
    depth--;
    return new Json.Members(members);
  }

  private Json readElements() {
    List<Json> elements = new ArrayList<>();
    at++;
    depth++;
    skipBlanks();
    boolean more = !take(']');
    while (more && !failed) {
      skipBlanks();
      elements.add(readValue());
      skipBlanks();
      more = take(',');
      if (!more) {
        expect(']');
      }
    }
    depth--;
    return new Json.Elements(elements);
  }

  private String readText() {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (!failed) {
      char next = peek();
      if (next == '"') {
        at++;
        break;
      } else if (next < ' ') {
        fail();
      } else if (next == '\\') {
        at++;
        readEscape(read);
      } else {
        read.append(next);
        at++;
      }
    }
    if (!failed && hasLoneSurrogate(read)) {
      fail();
    }
    return read.toString();
  }

  private void readEscape(StringBuilder read) {
    char escaped = peek();
    at++;
    switch (escaped) {
      case '"', '\\', '/' -> read.append(escaped);
      case 'b' -> read.append('\b');
      case 'f' -> read.append('\f');
      case 'n' -> read.append('\n');
      case 'r' -> read.append('\r');
      case 't' -> read.append('\t');
      case 'u' -> read.append(readHex());
      default -> fail();
    }
  }

  private char readHex() {
    int code = 0;
    for (int index = 0; index < HEX_DIGITS; index++) {
      int digit = hexDigit(peek());
      if (digit < 0) {
        fail();
        return ' ';
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  private Json readNumber() {
    int start = at;
    take('-');
    if (!take('0')) {
      takeDigits();
    }
    if (take('.')) {
      takeDigits();
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      takeDigits();
    }
    return failed ? fail() : new Json.Numeral(text.substring(start, at));
  }

  private void takeDigits() {
    if (!isDigit(peek())) {
      fail();
    }
    while (isDigit(peek())) {
      at++;
    }
  }

  private Json readWord(String word, Json value) {
    if (!text.startsWith(word, at)) {
      return fail();
    }
    at += word.length();
    return value;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
      at++;
    }
  }

  /** The next character; NUL, which no JSON text may hold unescaped, at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    boolean there = !failed && at < text.length() && peek() == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      fail();
    }
  }

  private Json fail() {
    failed = true;
    return new Json.Null();
  }

  private static boolean hasLoneSurrogate(StringBuilder read) {
    for (int index = 0; index < read.length(); index++) {
      char character = read.charAt(index);
      if (Character.isHighSurrogate(character)
          && index + 1 < read.length()
          && Character.isLowSurrogate(read.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(character)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int hexDigit(char character) {
    if (isDigit(character)) {
      return character - '0';
    }
    char lower = (char) (character | ' ');
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
