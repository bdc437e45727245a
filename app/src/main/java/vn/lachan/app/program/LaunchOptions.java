package vn.lachan.app.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code ./lachan run}. Whatever is not an option of its own but looks like
 * {@code --key=value} is passed on as a setting, the strongest of all.
 *
 * @param train start, show the first page to oneself, and end: the run from which the JDK's
 *     ahead-of-time cache is made
 */
record LaunchOptions(
    Path data,
    int port,
    @Nullable String publicUrl,
    Demo demo,
    boolean lan,
    boolean train,
    List<String> settings) {
  private static final int DEFAULT_PORT = 8080;

  enum Demo {
    SMALL,
    EMPTY,
    /** The small demo on an embedded database, nothing on an external one. */
    UNSAID
  }

  static LaunchOptions parse(String[] arguments) {
    Map<String, String> named = new LinkedHashMap<>();
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      switch (argument) {
        case "--empty", "--lan", "--train" -> named.put(argument, "");
        case "--port", "--data", "--demo", "--public-url" ->
            named.put(argument, valueAfter(arguments, i++));
        default -> settings.add(setting(argument));
      }
    }
    return new LaunchOptions(
        Path.of(named.getOrDefault("--data", "data")).toAbsolutePath().normalize(),
        port(named.get("--port")),
        named.get("--public-url"),
        demo(named),
        named.containsKey("--lan"),
        named.containsKey("--train"),
        List.copyOf(settings));
  }

  private static String valueAfter(String[] arguments, int index) {
    if (index + 1 >= arguments.length || arguments[index + 1].startsWith("--")) {
      throw new OperatingException(arguments[index] + " needs a value; see ./lachan help");
    }
    return arguments[index + 1];
  }

  private static String setting(String argument) {
    if (!argument.startsWith("--") || !argument.contains("=")) {
      throw new OperatingException(
          "Unknown option: %s. Options stand in ./lachan help, settings are --name=value."
              .formatted(argument));
    }
    return argument;
  }

  private static int port(@Nullable String text) {
    if (text == null) {
      return DEFAULT_PORT;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
      throw new OperatingException("--port needs a number from 0 to 65535, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static Demo demo(Map<String, String> named) {
    String size = named.get("--demo");
    if (named.containsKey("--empty")) {
      if (size != null) {
        throw new OperatingException("Say --demo or --empty, not both.");
      }
      return Demo.EMPTY;
    }
    if (size == null) {
      return Demo.UNSAID;
    }
    if (!size.equals("small")) {
      throw new OperatingException("--demo knows only: small");
    }
    return Demo.SMALL;
  }
}
