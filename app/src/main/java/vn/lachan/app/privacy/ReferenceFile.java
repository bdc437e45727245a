package vn.lachan.app.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table of the module's own reference data: tab-separated, the first line names the columns. */
final class ReferenceFile {
  private ReferenceFile() {}

  /** One line by the names of its columns. */
  record Line(Map<String, String> fields) {
    String text(String column) {
      return Objects.requireNonNull(fields.get(column), column);
    }

    LocalDate day(String column) {
      return LocalDate.parse(text(column));
    }

    @Nullable LocalDate dayOrNull(String column) {
      return text(column).isEmpty() ? null : day(column);
    }
  }

  static List<Line> read(String name) {
    List<String> lines = text("privacy/" + name).lines().filter(line -> !line.isBlank()).toList();
    List<String> content = lines.stream().filter(line -> !line.startsWith("#")).toList();
    String[] columns = content.getFirst().split("\t", -1);
    List<Line> read = new ArrayList<>();
    for (String line : content.subList(1, content.size())) {
      read.add(line(columns, line.split("\t", -1)));
    }
    return read;
  }

  /** The whole file, for those that keep a form of their own. */
  static String text(String resource) {
    try (InputStream in = ReferenceFile.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static Line line(String[] columns, String[] values) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      fields.put(columns[i], i < values.length ? values[i].strip() : "");
    }
    return new Line(fields);
  }
}
