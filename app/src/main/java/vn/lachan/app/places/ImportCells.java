package vn.lachan.app.places;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.sheet.SheetRow;

/** The texts of one row by field; fields without a text are absent. Written as lines. */
record ImportCells(Map<ImportField, String> texts) {
  private static final int TEXT_LENGTH_MOST = 2_000;

  ImportCells {
    texts = Map.copyOf(texts);
  }

  static ImportCells of(SheetRow row, List<@Nullable ImportField> columns) {
    Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    for (int column = 0; column < columns.size(); column++) {
      ImportField field = columns.get(column);
      String text = row.cell(column);
      if (field != null && !text.isEmpty()) {
        texts.put(field, text);
      }
    }
    return new ImportCells(texts);
  }

  /** As somebody typed them: blanks are as in a file, one between words. */
  static ImportCells typed(Map<ImportField, String> typed) {
    Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    typed.forEach(
        (field, text) -> {
          String cut = text.substring(0, Math.min(text.length(), TEXT_LENGTH_MOST));
          String clean = cut.replaceAll("[\\s\\p{Z}]+", " ").strip();
          if (!clean.isEmpty()) {
            texts.put(field, clean);
          }
        });
    return new ImportCells(texts);
  }

  static ImportCells read(String lines) {
    Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    lines
        .lines()
        .map(line -> line.split("\t", 2))
        .forEach(parts -> texts.put(ImportField.valueOf(parts[0]), parts[1]));
    return new ImportCells(texts);
  }

  String written() {
    return texts.entrySet().stream()
        .map(entry -> entry.getKey().name() + "\t" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  String text(ImportField field) {
    return texts.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "ImportCells" + texts.keySet();
  }
}
