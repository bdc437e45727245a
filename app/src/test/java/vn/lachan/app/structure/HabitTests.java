package vn.lachan.app.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The habits of style that a machine can check. */
class HabitTests {
  private static final int FILE_LINES_MOST = 500;
  private static final int METHOD_LINES_MOST = 70;
  private static final Pattern METHOD =
      Pattern.compile(
          "^( {2}| {4})(?! )(?:(?:public|private|protected|static|final|synchronized|default) |@\\S+ )*[\\w<>\\[\\], .?@]+ \\w+\\(.*");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.lachan");

  @Test
  void nobodyAsksTheTimeButTheClock() {
    for (Class<?> type :
        List.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      noClasses().should().callMethod(type, "now").check(CLASSES);
    }
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }

  /** Such a stream holds its connection until somebody closes it, and nobody does. */
  @Test
  void noQueryIsLeftOpenAsAStream() {
    noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(CLASSES);
  }

  @Test
  void noMockingLibraryIsOnTheClassPath() {
    assertThat(HabitTests.class.getResource("/org/mockito/Mockito.class")).isNull();
  }

  @Test
  void filesAndMethodsStayShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources("src/main/java")) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() > FILE_LINES_MOST) {
        tooLong.add(file + ": " + lines.size() + " lines");
      }
      tooLong.addAll(longMethods(file, lines));
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyTestClassIsFoundByTheRunner() throws IOException {
    List<String> missed = new ArrayList<>();
    for (Path file : sources("src/test/java")) {
      boolean hasTests =
          Pattern.compile("@(Test|ParameterizedTest|TestFactory|RepeatedTest)\\b")
              .matcher(Files.readString(file))
              .find();
      if (hasTests
          && !file.toString().endsWith("Tests.java")
          && !file.toString().endsWith("Screenshots.java")) {
        missed.add(file.toString());
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noFailureIsSwallowedWhole() throws IOException {
    List<String> swallowed = new ArrayList<>();
    Pattern everything = Pattern.compile("catch \\((final )?(Exception|Throwable|Error) ");
    for (Path file : sources("src/main/java")) {
      if (everything.matcher(Files.readString(file)).find()) {
        swallowed.add(file.toString());
      }
    }
    assertThat(swallowed).isEmpty();
  }

  private static List<String> longMethods(Path file, List<String> lines) {
    List<String> found = new ArrayList<>();
    int start = -1;
    boolean body = false;
    String end = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (start < 0
          && METHOD.matcher(line).matches()
          && !line.contains(";")
          && !line.contains(" record ")) {
        start = i;
        end = line.substring(0, line.length() - line.stripLeading().length()) + "}";
        body = line.endsWith("{");
      } else if (start >= 0 && !body && line.endsWith(";")) {
        // A declaration over several lines, as in an interface: it has no body to measure.
        start = -1;
      } else if (start >= 0 && line.equals(end)) {
        if (i - start + 1 > METHOD_LINES_MOST) {
          found.add(file + ":" + (start + 1) + ": a method of " + (i - start + 1) + " lines");
        }
        start = -1;
      } else if (start >= 0 && line.equals(end + ";")) {
        start = -1;
      }
      body |= start >= 0 && line.endsWith("{");
    }
    return found;
  }

  private static List<Path> sources(String folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("engine", "simulation", "app", "bench")) {
      Path root = Path.of("..", module, folder).normalize();
      if (Files.exists(root)) {
        try (Stream<Path> paths = Files.walk(root)) {
          paths.filter(path -> path.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    return files;
  }
}
