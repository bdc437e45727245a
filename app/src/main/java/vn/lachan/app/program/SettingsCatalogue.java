package vn.lachan.app.program;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Every setting of the program, read off the modules' settings records, so that no list has to be
 * kept by hand.
 */
final class SettingsCatalogue {
  /** Settings of the frameworks underneath, which an operator may need too. */
  private static final List<String> FOREIGN =
      List.of("spring.", "server.", "management.", "logging.");

  private SettingsCatalogue() {}

  record Setting(String name, String type, String defaultValue) {
    /** The name of the environment variable that sets it. */
    String environmentName() {
      return name.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }
  }

  static List<Setting> all() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Setting> settings = new ArrayList<>();
    for (var candidate : scanner.findCandidateComponents("vn.lachan.app")) {
      settings.addAll(of(load(Objects.requireNonNull(candidate.getBeanClassName()))));
    }
    settings.sort(Comparator.comparing(Setting::name));
    return settings;
  }

  /**
   * Stops the start when the operator's file names a setting that does not exist (any more).
   *
   * @throws OperatingException naming the settings
   */
  static void refuseUnknown(Iterable<String> names, String origin) {
    List<String> known = all().stream().map(setting -> plain(setting.name())).toList();
    for (String name : names) {
      boolean foreign = FOREIGN.stream().anyMatch(name::startsWith);
      if (!foreign && !known.contains(plain(name))) {
        throw new OperatingException(
            "Unknown setting %s in %s. ./lachan settings lists those there are."
                .formatted(name, origin));
      }
    }
  }

  private static List<Setting> of(Class<?> type) {
    String prefix =
        Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class)).value();
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    List<Setting> settings = new ArrayList<>();
    for (Parameter parameter : constructor.getParameters()) {
      DefaultValue value = parameter.getAnnotation(DefaultValue.class);
      settings.add(
          new Setting(
              prefix + "." + dashed(parameter.getName()),
              parameter.getType().getSimpleName(),
              value == null ? "" : String.join(",", value.value())));
    }
    return settings;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}
