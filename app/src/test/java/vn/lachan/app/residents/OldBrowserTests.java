package vn.lachan.app.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scripts and style sheets that a resident's phone loads use nothing younger than the browsers of
 * November 2022 (Safari 16.1, Chrome 107) without asking for it first. The list names what came
 * later, or was missing in Safari then, and is tempting; where a file asks whether the browser has
 * it, it may be used.
 */
class OldBrowserTests {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("src/main/resources/assets/residents"),
          Path.of("src/main/resources/residents"),
          Path.of("src/main/resources/assets/visits"),
          Path.of("../scanner/src/main/resources/assets/scanner"));
  private static final List<Path> FILES =
      List.of(Path.of("src/main/resources/assets/portal/resident.css"));

  /** What is too young, by the words by which it is found. */
  private static final Map<String, Pattern> YOUNG_SCRIPTS =
      Map.ofEntries(
          young("Array.fromAsync", "Array\\.fromAsync"),
          young("grouping", "(Object|Map)\\.groupBy"),
          young("changed copies of arrays", "\\.(toSorted|toReversed|toSpliced|with)\\("),
          young("set algebra", "\\.(union|intersection|difference|isSubsetOf|isSupersetOf)\\("),
          young("Promise.withResolvers", "Promise\\.(withResolvers|try)"),
          young("iterator helpers", "\\.(values|keys|entries)\\(\\)\\.(map|filter|take|drop)\\("),
          young("well-formed strings", "\\.(isWellFormed|toWellFormed)\\("),
          young("bytes as text", "\\.(toBase64|toHex)\\(|Uint8Array\\.from(Base64|Hex)"),
          young("import attributes", "import[^;]+\\swith\\s*\\{"),
          young("regular expressions of sets", "/[dgimsuy]*v[dgimsuy]*[.,;)]"),
          young("popover", "showPopover|hidePopover|togglePopover"),
          young("view transitions", "startViewTransition"),
          young("passkeys as JSON", "parse(Creation|Request)OptionsFromJSON|\\.toJSON\\("),
          young("URL.canParse", "URL\\.(canParse|parse)\\("),
          young("AbortSignal.any", "AbortSignal\\.any"),
          young("looking behind", "\\(\\?<[=!]"),
          young("explicit resources", "\\b(await )?using [a-z]+ ="));

  private static final Map<String, Pattern> YOUNG_STYLES =
      Map.ofEntries(
          young("nesting", "(?m)^\\s*&"),
          young("color-mix", "color-mix\\("),
          young("relative colours", "(rgb|hsl|oklch)\\(from"),
          young("light-dark", "light-dark\\("),
          young("text-wrap", "text-wrap"),
          young("subgrid", "subgrid"),
          young("scope", "@scope"),
          young("entry styles", "@starting-style"),
          young("field-sizing", "field-sizing"),
          young(":has", ":has\\("),
          young("anchors", "anchor\\("));

  /** Used only where a file asks for it first. */
  private static final Map<String, String> ASKED =
      Map.of(
          "BarcodeDetector", "\"BarcodeDetector\" in",
          "navigator.wakeLock", "\"wakeLock\" in",
          "navigator.locks.request", "navigator.locks ?",
          "PushManager", "\"PushManager\" in",
          "navigator.credentials", "\"PublicKeyCredential\" in");

  @Test
  void scriptsRunInTheBrowsersOfFourYears() throws IOException {
    assertThat(found(".js", YOUNG_SCRIPTS)).isEmpty();
    List<String> unasked = new ArrayList<>();
    for (Path file : files(".js")) {
      String text = Files.readString(file);
      ASKED.forEach(
          (used, asked) -> {
            if (text.contains(used) && !text.contains(asked)) {
              unasked.add(file.getFileName() + ": " + used);
            }
          });
    }
    assertThat(unasked).isEmpty();
  }

  @Test
  void stylesAreUnderstoodByTheBrowsersOfFourYears() throws IOException {
    assertThat(found(".css", YOUNG_STYLES)).isEmpty();
  }

  private static List<String> found(String ending, Map<String, Pattern> young) throws IOException {
    List<Path> files = files(ending);
    assertThat(files).isNotEmpty();
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      young.forEach(
          (name, words) -> {
            if (words.matcher(text).find()) {
              found.add(file.getFileName() + ": " + name);
            }
          });
    }
    return found;
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> all = new ArrayList<>(FILES);
    for (Path folder : FOLDERS) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.forEach(all::add);
        }
      }
    }
    return all.stream().filter(file -> file.toString().endsWith(ending)).toList();
  }

  private static Map.Entry<String, Pattern> young(String name, String words) {
    return Map.entry(name, Pattern.compile(words));
  }
}
