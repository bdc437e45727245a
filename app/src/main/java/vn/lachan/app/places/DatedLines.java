package vn.lachan.app.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a tab-separated file that is part of the program; a wrong one stops the start. */
final class DatedLines {
  private DatedLines() {}

  static List<String[]> read(String file, int columns) {
    return content(file)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .skip(1) // the column names
        .map(line -> line.split("\t", -1))
        .peek(
            line -> {
              if (line.length != columns) {
                throw new IllegalStateException(file + " needs " + columns + " columns");
              }
            })
        .toList();
  }

  static @Nullable LocalDate dateOrNull(String column) {
    return column.isEmpty() ? null : LocalDate.parse(column);
  }

  private static String content(String file) {
    try (InputStream stream = DatedLines.class.getClassLoader().getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
