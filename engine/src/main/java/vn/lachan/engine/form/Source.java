package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object being read, with its path. Every member asked for is marked as read; {@link
 * #finish} refuses the ones that nobody asked for, so nothing is overlooked in silence.
 */
final class Source {
  private final Json.Members json;
  private final String path;
  private final Refusals refusals;
  private final Set<String> read = new HashSet<>();

  Source(Json.Members json, String path, Refusals refusals) {
    this.json = json;
    this.path = path;
    this.refusals = refusals;
  }

  String path() {
    return path;
  }

  Refusals refusals() {
    return refusals;
  }

  boolean has(String name) {
    return json.members().containsKey(name);
  }

  Set<String> names() {
    return json.members().keySet();
  }

  void refuse(FormRefusalCode code) {
    refusals.add(path, code);
  }

  void refuse(FormRefusalCode code, String detail) {
    refusals.add(path, code, detail);
  }

  void refuseMember(String name, FormRefusalCode code, String detail) {
    refusals.add(path + "." + name, code, detail);
  }

  @Nullable String text(String name) {
    Json value = member(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Json.Text(String text) && !text.isEmpty()) {
      return text;
    }
    return malformed(name);
  }

  String requiredText(String name) {
    String text = text(name);
    if (text == null && !has(name)) {
      refuseMember(name, FormRefusalCode.ELEMENT_MISSING, "");
    }
    return text == null ? "" : text;
  }

  boolean flag(String name) {
    Json value = member(name);
    if (value instanceof Json.Flag(boolean flag)) {
      return flag;
    }
    if (value != null) {
      malformed(name);
    }
    return false;
  }

  @Nullable Decimal number(String name) {
    Json value = member(name);
    Decimal number = value instanceof Json.Numeral(String digits) ? Decimal.parse(digits) : null;
    if (value != null && number == null) {
      malformed(name);
    }
    return number;
  }

  /** A whole number, null where there is none or no such. */
  @Nullable Integer whole(String name) {
    Json value = member(name);
    Integer whole = value instanceof Json.Numeral(String digits) ? wholeOf(digits) : null;
    if (value != null && whole == null) {
      malformed(name);
    }
    return whole;
  }

  @Nullable Source object(String name) {
    Json value = member(name);
    if (value instanceof Json.Members members && !members.members().isEmpty()) {
      return new Source(members, path + "." + name, refusals);
    }
    if (value != null) {
      malformed(name);
    }
    return null;
  }

  /** The objects of an array; an empty array is as malformed as FHIR says it is. */
  List<Source> objects(String name) {
    Json value = member(name);
    List<Source> objects = new ArrayList<>();
    if (value instanceof Json.Elements(List<Json> elements) && !elements.isEmpty()) {
      for (int index = 0; index < elements.size(); index++) {
        String place = path + "." + name + "[" + index + "]";
        if (elements.get(index) instanceof Json.Members members && !members.members().isEmpty()) {
          objects.add(new Source(members, place, refusals));
        } else {
          refusals.add(place, FormRefusalCode.ELEMENT_MALFORMED);
        }
      }
    } else if (value != null) {
      malformed(name);
    }
    return objects;
  }

  /** The texts of an array of texts. */
  List<String> texts(String name) {
    Json value = member(name);
    List<String> texts = new ArrayList<>();
    if (value instanceof Json.Elements(List<Json> elements)) {
      for (Json element : elements) {
        if (element instanceof Json.Text(String text) && !text.isEmpty()) {
          texts.add(text);
        } else {
          malformed(name);
        }
      }
    } else if (value != null) {
      malformed(name);
    }
    return texts;
  }

  void ignore(Set<String> names) {
    read.addAll(names);
  }

  /** Refuses what was not read: as unsupported where FHIR has it, as unknown otherwise. */
  void finish(Set<String> unsupported) {
    for (Map.Entry<String, Json> member : json.members().entrySet()) {
      String name = member.getKey();
      if (!read.contains(name)) {
        boolean known = unsupported.contains(name) || name.equals("modifierExtension");
        FormRefusalCode code =
            known || name.startsWith("_")
                ? FormRefusalCode.ELEMENT_UNSUPPORTED
                : FormRefusalCode.ELEMENT_UNKNOWN;
        refuseMember(name, code, "");
      }
    }
  }

  static @Nullable Integer wholeOf(String digits) {
    Decimal number = Decimal.parse(digits);
    boolean plain = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
    if (number == null || !plain) {
      return null;
    }
    long whole = number.millionths() / 1_000_000;
    return whole == (int) whole ? (int) whole : null;
  }

  private @Nullable Json member(String name) {
    read.add(name);
    return json.members().get(name);
  }

  private @Nullable String malformed(String name) {
    refuseMember(name, FormRefusalCode.ELEMENT_MALFORMED, "");
    return null;
  }
}
