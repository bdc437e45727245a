package vn.lachan.app.paper;

import java.util.List;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;

/**
 * One question, heading or text as paper shows it.
 *
 * @param columns of the twelve that a row has
 * @param comb boxes for single letters, in groups; empty for a line
 * @param lines to write on, where there is no comb
 * @param options to be ticked, in the order of the digits that keyers type
 * @param inner whether it stands under a heading or another question
 */
record PrintedCell(
    Kind kind,
    String label,
    int columns,
    List<Integer> comb,
    int lines,
    List<String> options,
    boolean inner) {
  static final int COLUMNS = 12;

  private static final int LABEL_OF_A_THIRD = 26;
  private static final int OPTIONS_OF_A_THIRD = 3;

  /** How a cell is drawn. */
  enum Kind {
    /** Words only. */
    TEXT,
    HEADING,
    /** A label above what is written. */
    WRITTEN,
    /** A label above options. */
    CHOSEN,
    /** A label with its options at the right. */
    ASKED,
    /** A single box before its label. */
    TICKED
  }

  /**
   * @param words the item's text as this paper says it
   */
  static PrintedCell of(
      Item item, String words, String language, List<String> truths, boolean inner) {
    String text = item.prefix() == null ? words : item.prefix() + " " + words;
    String label = item.required() ? text + " *" : text;
    boolean radio = item.required() || "radio-button".equals(item.control());
    return switch (item.type()) {
      case GROUP -> new PrintedCell(Kind.HEADING, text, COLUMNS, List.of(), 0, List.of(), inner);
      case DISPLAY -> new PrintedCell(Kind.TEXT, text, COLUMNS, List.of(), 0, List.of(), inner);
      case BOOLEAN ->
          radio
              ? new PrintedCell(Kind.ASKED, label, COLUMNS, List.of(), 0, truths, inner)
              : new PrintedCell(Kind.TICKED, label, 3, List.of(), 0, List.of(), inner);
      case CHOICE -> chosen(item, label, language, inner);
      case TEXT -> new PrintedCell(Kind.WRITTEN, label, COLUMNS, List.of(), 2, List.of(), inner);
      default -> written(item, label, inner);
    };
  }

  private static PrintedCell chosen(Item item, String label, String language, boolean inner) {
    List<String> options =
        item.options().stream().map(option -> option.text().in(language)).toList();
    int columns = options.size() <= OPTIONS_OF_A_THIRD ? 5 : COLUMNS;
    return new PrintedCell(Kind.CHOSEN, label, columns, List.of(), 0, options, inner);
  }

  private static PrintedCell written(Item item, String label, boolean inner) {
    List<Integer> comb = comb(item);
    boolean wide = item.linkId().endsWith("address") || label.length() > LABEL_OF_A_THIRD;
    int columns = wide && comb.isEmpty() ? COLUMNS : 4;
    if (item.linkId().endsWith("name")) {
      columns = 9;
    }
    if (!comb.isEmpty()) {
      int cells = comb.stream().mapToInt(Integer::intValue).sum();
      columns = cells <= 4 ? 3 : 4;
    }
    return new PrintedCell(Kind.WRITTEN, label, columns, comb, 1, List.of(), inner);
  }

  /** A year, a date, a phone, a citizen number: as many boxes as they have digits. */
  private static List<Integer> comb(Item item) {
    if (item.type() == ItemType.DATE) {
      return List.of(2, 2, 4);
    }
    if (item.type() == ItemType.INTEGER) {
      return List.of(4);
    }
    return switch (item.linkId()) {
      case "phone" -> List.of(10);
      case "document-number" -> List.of(12);
      default -> List.of();
    };
  }
}
