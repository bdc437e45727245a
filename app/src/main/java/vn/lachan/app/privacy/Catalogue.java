package vn.lachan.app.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The data catalogue as it was when the program was built: every column of the database with its
 * class, purpose, legal basis and retention. The first word of a column is the activity in which it
 * is processed.
 */
@Component
class Catalogue {
  /** Classes of personal data; {@code technical} is none. */
  static final Set<String> CLASSES =
      Set.of("identity", "contact", "health", "location", "behaviour", "staff");

  private static final String FILE = "privacy/data-catalogue.tsv";
  private static final int FIELDS = 6;

  private final Map<String, List<CatalogueLine>> activities = read();

  Map<String, List<CatalogueLine>> activities() {
    return activities;
  }

  private static Map<String, List<CatalogueLine>> read() {
    Map<String, List<CatalogueLine>> found = new LinkedHashMap<>();
    ReferenceFile.text(FILE)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Catalogue::line)
        .forEach(
            line -> found.computeIfAbsent(line.activity(), key -> new ArrayList<>()).add(line));
    return found;
  }

  private static CatalogueLine line(String text) {
    String[] fields = text.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalStateException("The data catalogue has a line of other fields: " + text);
    }
    return new CatalogueLine(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }
}
