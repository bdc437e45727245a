package vn.lachan.app.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.engine.tracing.Setting;

/**
 * The kinds of places of {@code places/types.tsv}, whose head says what the columns mean. The file
 * is part of the program: a line that breaks its format stops the start.
 */
@Component
class PlaceTypes {
  private static final String FILE = "places/types.tsv";
  private static final int COLUMNS = 13;

  private final Map<String, List<PlaceType>> linesByCode = new LinkedHashMap<>();
  private final String content;

  PlaceTypes() {
    this.content = read();
    content
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1) // the column names
        .map(PlaceTypes::type)
        .forEach(this::add);
  }

  /** The line in force; before the first line of a code, the first; after the last, none. */
  Optional<PlaceType> on(String code, LocalDate day) {
    List<PlaceType> lines = linesByCode.getOrDefault(code, List.of());
    if (!lines.isEmpty() && day.isBefore(lines.getFirst().validFrom())) {
      return Optional.of(lines.getFirst());
    }
    return lines.stream().filter(line -> line.validOn(day)).findFirst();
  }

  /** For what is stored already: also after the last line its last, so that it keeps a type. */
  PlaceType stored(String code, LocalDate day) {
    List<PlaceType> lines = linesByCode.get(code);
    if (lines == null) {
      throw new IllegalStateException("A stored place has a type that the file lacks: " + code);
    }
    return on(code, day).orElse(lines.getLast());
  }

  List<PlaceType> on(LocalDate day) {
    return linesByCode.keySet().stream().flatMap(code -> on(code, day).stream()).toList();
  }

  List<PlaceType> all() {
    return linesByCode.values().stream().flatMap(List::stream).toList();
  }

  /** Changes whenever the file does. */
  String content() {
    return content;
  }

  private void add(PlaceType type) {
    List<PlaceType> lines = linesByCode.computeIfAbsent(type.code(), code -> new ArrayList<>());
    if (!lines.isEmpty()) {
      LocalDate end = lines.getLast().validTo();
      if (end == null || !end.plusDays(1).equals(type.validFrom())) {
        throw new IllegalStateException("Lines of " + type.code() + " do not follow each other");
      }
    }
    lines.add(type);
  }

  private static PlaceType type(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException(FILE + " needs " + COLUMNS + " columns: " + line);
    }
    return new PlaceType(
        columns[0],
        PlaceType.Group.of(columns[1]),
        columns[2],
        columns[3],
        columns[4],
        Setting.valueOf(columns[5].toUpperCase(Locale.ROOT)),
        OpeningHours.parse(columns[6]),
        Integer.parseInt(columns[7]),
        columns[8].equals("yes"),
        LocalDate.parse(columns[9]),
        columns[10].isEmpty() ? null : LocalDate.parse(columns[10]),
        columns[11],
        columns[12]);
  }

  private static String read() {
    try (InputStream file = PlaceTypes.class.getClassLoader().getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks " + FILE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }
}
