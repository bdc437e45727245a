import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the licences and notices that the bundled libraries carry inside into one folder, one
 * below it a library. Run as a source file: {@code java packaging/Notices.java LIBRARIES TARGET}.
 */
final class Notices {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(META-INF/|META-INF/licenses?/.*|META-INF/resources/webjars/.*/)?"
              + "(LICEN[CS]E|NOTICE|COPYRIGHT|COPYING)[^/]*");
  private static final Pattern SCRIPT_FOLDER =
      Pattern.compile("META-INF/resources/webjars/[^/]+/[^/]+/");

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path library : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        copy(library, target);
      }
    }
  }

  private static void copy(Path library, Path target) throws IOException {
    String name = library.getFileName().toString().replaceAll("\\.jar$", "");
    try (JarFile jar = new JarFile(library.toFile())) {
      List<JarEntry> texts =
          jar.stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().endsWith(".class"))
              .filter(entry -> TEXT.matcher(entry.getName()).matches())
              .toList();
      for (JarEntry entry : texts) {
        Path file = target.resolve(name).resolve(fileName(entry.getName()));
        Files.createDirectories(file.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
          Files.write(file, content.readAllBytes());
        }
      }
    }
  }

  /** A library of scripts brings others along, each with a licence of the same name. */
  private static String fileName(String entry) {
    var folder = SCRIPT_FOLDER.matcher(entry);
    return folder.lookingAt()
        ? entry.substring(folder.end()).replace('/', '-')
        : entry.replaceAll(".*/", "");
  }
}
