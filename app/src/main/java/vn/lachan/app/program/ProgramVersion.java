package vn.lachan.app.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the program this is, and how versions are compared. */
public final class ProgramVersion {
  private ProgramVersion() {}

  public static String own() {
    try (InputStream file = ProgramVersion.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(file));
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the program's version", e);
    }
  }

  /** Compares the numbers of two versions, part by part; what follows a hyphen does not count. */
  public static int compare(String left, String right) {
    String[] mine = numbers(left);
    String[] other = numbers(right);
    for (int i = 0; i < Math.max(mine.length, other.length); i++) {
      int difference = Integer.compare(number(mine, i), number(other, i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static String[] numbers(String version) {
    return version.replaceAll("-.*", "").split("\\.", -1);
  }

  private static int number(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d{1,6}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}
