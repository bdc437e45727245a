package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed before it turned out that their session had ended. It travels in the pages of
 * signing in as hidden fields and comes back to where it was going; nothing of it is stored.
 * Passwords and files are left out.
 *
 * @param to where the form was going, a path of this program
 */
public record KeptForm(String to, List<Field> fields) {
  private static final String TO = "kept-to";
  private static final String PREFIX = "kept.";
  private static final int MOST_FIELDS = 300;
  private static final int MOST_CHARACTERS = 100_000;

  /** One field of a form. */
  public record Field(String name, String value) {
    /** Its name while it travels. */
    public String keptName() {
      return PREFIX + name;
    }
  }

  public KeptForm {
    fields = List.copyOf(fields);
  }

  /** The form that is being sent in this request; null when it is too large to travel. */
  static @Nullable KeptForm sentNow(HttpServletRequest request, String to) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (mayTravel(parameter.getKey())) {
        add(fields, parameter.getKey(), parameter.getValue());
      }
    }
    return limited(to, fields);
  }

  /** The form that travels with this request; null when there is none. */
  static @Nullable KeptForm travelling(HttpServletRequest request) {
    String to = request.getParameter(TO);
    if (to == null || !LocalPath.of(to).equals(to)) {
      return null;
    }
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (parameter.getKey().startsWith(PREFIX)) {
        add(fields, parameter.getKey().substring(PREFIX.length()), parameter.getValue());
      }
    }
    return limited(to, fields);
  }

  private static void add(List<Field> fields, String name, String[] values) {
    for (String value : values) {
      fields.add(new Field(name, value));
    }
  }

  private static boolean mayTravel(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !lower.equals("_csrf")
        && !lower.contains("password")
        && !lower.equals("code")
        && !lower.startsWith(PREFIX);
  }

  private static @Nullable KeptForm limited(String to, List<Field> fields) {
    int characters =
        fields.stream().mapToInt(field -> field.name().length() + field.value().length()).sum();
    return fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS
        ? null
        : new KeptForm(to, fields);
  }
}
