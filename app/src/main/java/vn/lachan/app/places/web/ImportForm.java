package vn.lachan.app.places.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.ImportField;
import vn.lachan.app.places.ImportPlan;
import vn.lachan.app.places.ImportRow;

/** What the page of columns sends; repeated fields keep their order, also with commas in them. */
record ImportForm(ImportPlan plan, Map<String, String> typeWords) {
  static ImportForm of(HttpServletRequest request) {
    List<@Nullable ImportField> columns = new ArrayList<>();
    for (String key : values(request, "columns")) {
      columns.add(key.isEmpty() ? null : field(key));
    }
    Map<String, String> words = new LinkedHashMap<>();
    String[] typed = values(request, "word");
    String[] meant = values(request, "meaning");
    for (int i = 0; i < Math.min(typed.length, meant.length); i++) {
      if (!meant[i].isEmpty()) {
        words.put(typed[i], meant[i]);
      }
    }
    String type = text(request, "type");
    return new ImportForm(
        new ImportPlan(
            number(request, "sheet", 0),
            number(request, "header", 0),
            columns,
            text(request, "era").equals("districts"),
            text(request, "unit").isEmpty() ? null : number(request, "unit", -1),
            type.isEmpty() ? null : type),
        words);
  }

  /** Another sheet or header line: the columns are guessed anew. */
  static @Nullable ImportPlan changed(@Nullable Integer sheet, @Nullable Integer header) {
    return sheet == null && header == null
        ? null
        : new ImportPlan(
            sheet == null ? 0 : sheet, header == null ? 0 : header, List.of(), false, null, null);
  }

  /** A commune that was chosen among several counts before the name that was typed. */
  static Map<ImportField, String> texts(HttpServletRequest request) {
    Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    for (ImportField field : ImportField.values()) {
      texts.put(field, text(request, field.key()));
    }
    String chosen = text(request, "commune-code");
    if (!chosen.isEmpty()) {
      texts.put(ImportField.COMMUNE, chosen);
    }
    return texts;
  }

  static ImportRow.State state(@Nullable String key) {
    return Arrays.stream(ImportRow.State.values())
        .filter(state -> state.key().equals(key))
        .findFirst()
        .orElse(ImportRow.State.WRONG);
  }

  private static ImportField field(String key) {
    return Arrays.stream(ImportField.values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.import.refused.column-unknown"));
  }

  private static String[] values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? new String[0] : values;
  }

  private static String text(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }

  private static int number(HttpServletRequest request, String name, int whenAbsent) {
    String text = text(request, name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : whenAbsent;
  }
}
