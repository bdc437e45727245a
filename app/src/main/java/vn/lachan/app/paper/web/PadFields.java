package vn.lachan.app.paper.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.paper.Layout;
import vn.lachan.app.paper.NewPads;
import vn.lachan.app.paper.PrintableForms;

/**
 * The page on which pads are made, as it was filled in so far: looking for a place, or a number
 * that is too large, loses nothing of it.
 *
 * @param query the letters by which places are looked for
 * @param sheets as typed
 */
record PadFields(
    List<UUID> places,
    @Nullable Integer unit,
    String form,
    String language,
    Layout layout,
    String sheets,
    String query) {
  private static final int PLACES_MOST = 200;
  private static final int QUERY_LETTERS = 100;
  private static final String SHEETS = "50";

  PadFields {
    places = List.copyOf(places);
  }

  static PadFields of(@Nullable UUID place) {
    List<UUID> places = place == null ? List.of() : List.of(place);
    return new PadFields(places, null, "", "vi", Layout.ONE, SHEETS, "");
  }

  /** What is no choice of the page counts as not chosen. */
  static PadFields read(MultiValueMap<String, String> typed) {
    Set<String> ids = new TreeSet<>(typed.getOrDefault("place", List.of()));
    String unit = first(typed, "unit", "");
    String query = first(typed, "q", "");
    return new PadFields(
        ids.stream().filter(PadFields::isId).limit(PLACES_MOST).map(UUID::fromString).toList(),
        unit.matches("\\d{1,9}") ? Integer.valueOf(unit) : null,
        first(typed, "form", ""),
        first(typed, "language", "vi").equals("en") ? "en" : "vi",
        Arrays.stream(Layout.values())
            .filter(layout -> layout.name().equals(first(typed, "layout", "")))
            .findFirst()
            .orElse(Layout.ONE),
        first(typed, "sheets", SHEETS),
        query.substring(0, Math.min(query.length(), QUERY_LETTERS)));
  }

  /**
   * What is asked for.
   *
   * @throws Refusal {@code paper.refused.sheets}, {@code paper.refused.form}
   */
  NewPads wanted(PrintableForms forms, int sheetsMost, LocalDate today) {
    if (!sheets.matches("\\d{1,5}")) {
      throw Refusal.invalid("paper.refused.sheets", sheetsMost);
    }
    return new NewPads(
        places,
        places.isEmpty() ? unit : null,
        forms.checked(form, today),
        language,
        layout,
        Integer.parseInt(sheets));
  }

  /** The field that a refusal is about. */
  static String wrong(String code) {
    return switch (code) {
      case "paper.refused.sheets" -> "sheets";
      case "paper.refused.form" -> "form";
      default -> "place";
    };
  }

  public boolean has(UUID place) {
    return places.contains(place);
  }

  private static boolean isId(String text) {
    return text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  }

  private static String first(MultiValueMap<String, String> typed, String name, String other) {
    String value = typed.getFirst(name);
    return value == null ? other : value.strip();
  }
}
