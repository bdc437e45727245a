package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in both languages, every template is used, every key that is named exists. */
class TextTests {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern LITERAL_KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[}(]");
  private static final Pattern REFUSAL_KEY =
      Pattern.compile(
          "Refusal(?:\\.(?:invalid|notFound|forbidden|conflict))?\\(\\s*(?:(?:Refusal\\.)?Kind\\.\\w+,\\s*)?\"([a-z][a-z0-9.-]+)\"");

  @Test
  void everyKeyExistsInVietnameseAndEnglish() throws IOException {
    for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
      if (!file.toString().endsWith("_en.properties")) {
        Path english = Path.of(file.toString().replace(".properties", "_en.properties"));
        assertThat(keys(english)).as(english.toString()).isEqualTo(keys(file));
      }
    }
  }

  @Test
  void everyTextIsAMessageFormat() throws IOException {
    for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
      read(file).forEach((key, text) -> new MessageFormat((String) text, Locale.ROOT));
    }
  }

  @Test
  void everyKeyBeginsWithItsModule() throws IOException {
    for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
      String module = file.getFileName().toString().replaceAll("(_en)?\\.properties", "");
      assertThat(keys(file)).as(file.toString()).allMatch(key -> key.startsWith(module + "."));
    }
  }

  @Test
  void everyKeyThatIsNamedExists() throws IOException {
    Set<String> known = allKeys();
    Map<String, String> missing = new TreeMap<>();
    for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
      collect(LITERAL_KEY, file, known, missing);
    }
    for (Path file : files(Path.of("src/main/java"), ".java")) {
      collect(REFUSAL_KEY, file, known, missing);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyTemplateIsUsed() throws IOException {
    var used = new StringBuilder();
    for (Path file : files(Path.of("src/main/java"), ".java")) {
      used.append(Files.readString(file));
    }
    for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
      used.append(Files.readString(file));
    }
    List<String> unused = new ArrayList<>();
    for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
      String name = RESOURCES.resolve("templates").relativize(file).toString().replace(".html", "");
      if (!name.equals("error") && !used.toString().contains(name)) {
        unused.add(name);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void noTemplateNeedsAnInlineScriptOrStyle() throws IOException {
    Pattern inline =
        Pattern.compile("<script(?![^>]*src)[^>]*>|\\sstyle=|\\sth:style|\\son[a-z]+=");
    for (Path file : files(RESOURCES.resolve("templates"), ".html")) {
      assertThat(inline.matcher(Files.readString(file)).find()).as(file.toString()).isFalse();
    }
  }

  private static void collect(
      Pattern pattern, Path file, Set<String> known, Map<String, String> missing)
      throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      // A key that ends with a dot is completed at run time.
      if (!matcher.group(1).endsWith(".") && !known.contains(matcher.group(1))) {
        missing.put(matcher.group(1), file.toString());
      }
    }
  }

  private static Set<String> allKeys() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path file : files(RESOURCES.resolve("messages"), ".properties")) {
      known.addAll(keys(file));
    }
    return known;
  }

  private static Set<String> keys(Path file) throws IOException {
    return new TreeSet<>(read(file).stringPropertyNames());
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
