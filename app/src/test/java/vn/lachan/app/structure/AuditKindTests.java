package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lachan.app.places.StateChange;

/**
 * An auditor reads what was done in words: every kind of act that the code writes has its text in
 * both languages. Kinds are found where acts are made, so they must stand there as text.
 */
class AuditKindTests {
  private static final Path SOURCES = Path.of("src/main/java/vn/lachan/app");
  private static final Path TEXTS = Path.of("src/main/resources/messages/audit.properties");

  private static final Pattern ACT =
      Pattern.compile(
          "(?:Act\\s*\\.\\s*(?:of|on|onPerson)|new Act)\\(\\s*[^,]+,\\s*([^,]+?)\\s*[,)]");
  private static final Pattern KIND = Pattern.compile("\"([a-z]+\\.[a-z][a-z_-]*)\"");

  private static final Pattern HAS_TO_DO_WITH_ACTS =
      Pattern.compile("\\baudit\\.record\\(|\\.openFor\\(|\\bact\\(|\\bnew Act\\(|\\bdone\\(");

  /** Kinds that are put together at run time, by the text that stands in the code. */
  private static final Map<String, List<String>> PUT_TOGETHER =
      Map.of(
          "\"places.\" + what.key(",
          Arrays.stream(StateChange.What.values()).map(what -> "places." + what.key()).toList(),
          "\"places.inspection-\" + what",
          List.of(
              "places.inspection-extended",
              "places.inspection-followed",
              "places.inspection-unfollowed",
              "places.inspection-referred",
              "places.inspection-closed",
              "places.inspection-reopened",
              "places.inspection-withdrawn"),
          "\"places.obliged-\" + what",
          List.of(
              "places.obliged-matched",
              "places.obliged-unmatched",
              "places.obliged-dropped",
              "places.obliged-restored"));

  @Test
  void everyKindOfActHasAText() throws IOException {
    Map<String, String> kinds = kinds();
    assertThat(kinds).as("the kinds that the search finds").containsKey("people.open");
    Set<String> texts = texts();
    Set<String> missing = new TreeSet<>();
    kinds.forEach(
        (kind, file) -> {
          if (!texts.contains("audit." + kind)) {
            missing.add("audit." + kind + "=…   (" + file + ")");
          }
        });
    assertThat(missing)
        .as(
            "kinds of acts without words for the auditors: add each line to messages/audit.properties"
                + " (Vietnamese) and messages/audit_en.properties (English)")
        .isEmpty();
  }

  private static Map<String, String> kinds() throws IOException {
    Map<String, String> kinds = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!file.endsWith(Path.of("audit", "Act.java"))) {
          collect(file, Files.readString(file), kinds);
        }
      }
    }
    return kinds;
  }

  private static void collect(Path file, String source, Map<String, String> kinds)
      throws IOException {
    String name = file.getFileName().toString();
    if (source.contains(".openFor(")) {
      collectOfModule(file, kinds);
    }
    Matcher acts = ACT.matcher(source);
    while (acts.find()) {
      String written = acts.group(1);
      List<String> known = PUT_TOGETHER.get(written);
      Matcher literal = KIND.matcher(written);
      if (known != null) {
        known.forEach(kind -> kinds.put(kind, name));
      } else if (literal.find()) {
        do {
          kinds.put(literal.group(1), name);
        } while (literal.find());
      } else {
        assertThat(written)
            .as(
                "%s makes an act whose kind cannot be found: write it as a text, hand it on as a"
                    + " variable within the file, or name it in %s.PUT_TOGETHER",
                name, AuditKindTests.class.getSimpleName())
            .matches("[a-zA-Z.]+(\\(\\))?");
        collectOfModule(file, kinds);
      }
    }
  }

  /**
   * Handed on by a variable: every text that looks like a kind may be one, in each file of the
   * module that has to do with acts.
   */
  private static void collectOfModule(Path file, Map<String, String> kinds) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path other : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(other);
        if (HAS_TO_DO_WITH_ACTS.matcher(source).find()) {
          Pattern ofModule =
              Pattern.compile(
                  "(?<!KIND = )(?<!SPACE = )\"(" + folder.getFileName() + "\\.[a-z][a-z_-]*)\"");
          Matcher all = ofModule.matcher(source);
          while (all.find()) {
            kinds.put(all.group(1), String.valueOf(other.getFileName()));
          }
        }
      }
    }
  }

  private static Set<String> texts() throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames();
  }
}
