package vn.lachan.app.program;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** {@code ./lachan settings}: every setting, its value and where the value comes from. */
public final class SettingsCommand {
  static final String FILE = "lachan.properties";

  private SettingsCommand() {}

  public static void main(String[] arguments) {
    try {
      Path data = LaunchOptions.parse(arguments).data();
      Startup.console().print(table(readFile(data), System.getenv()));
    } catch (OperatingException e) {
      Startup.console().println(e.getMessage());
      System.exit(1);
    }
  }

  static String table(Properties file, Map<String, String> environment) {
    var text = new StringBuilder();
    text.append("%-44s %-26s %s%n".formatted("setting", "value", "from"));
    for (var setting : SettingsCatalogue.all()) {
      String inFile = value(file, setting.name());
      String inEnvironment = environment.get(setting.environmentName());
      String origin = inEnvironment != null ? "environment" : inFile != null ? FILE : "default";
      String value =
          inEnvironment != null ? inEnvironment : inFile != null ? inFile : setting.defaultValue();
      text.append(
          "%-44s %-26s %s%n".formatted(setting.name(), shown(setting.name(), value), origin));
    }
    text.append(
        """

        A setting is given, weakest first, by the file DATA/lachan.properties (name=value), the environment
        (VISITS_RETENTIONDAYS=30) or the command line (./lachan run --visits.retention-days=30).
        An external database: LACHAN_DATABASE_URL=jdbc:postgresql://..., and for each of MIGRATE, APP, REPORTING
        LACHAN_DATABASE_<ROLE>_USER and LACHAN_DATABASE_<ROLE>_PASSWORD. Keys: LACHAN_KEYS_MASTER and LACHAN_KEYS_LOOKUP.
        """);
    return text.toString();
  }

  static Properties readFile(Path data) {
    var properties = new Properties();
    Path file = data.resolve(FILE);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + file, e);
      }
    }
    return properties;
  }

  /** Secrets are never printed. */
  private static String shown(String name, String value) {
    return isSecret(name) && !value.isEmpty() ? "(set)" : value.isEmpty() ? "-" : value;
  }

  static boolean isSecret(String name) {
    return name.endsWith("token") || name.endsWith("password") || name.endsWith("secret");
  }

  private static @Nullable String value(Properties file, String name) {
    for (String key : file.stringPropertyNames()) {
      if (key.replace("-", "").equalsIgnoreCase(name.replace("-", ""))) {
        return file.getProperty(key);
      }
    }
    return null;
  }
}
