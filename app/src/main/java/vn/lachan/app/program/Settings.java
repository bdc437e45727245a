package vn.lachan.app.program;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;

/** Every setting of the program with the value in force in this copy, and where it comes from. */
@Component
public class Settings {
  private static final String HIDDEN = "•••";

  private final ConfigurableEnvironment environment;

  Settings(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Inside("operations shows them to operators after its own check")
  public List<SettingView> all() {
    return SettingsCatalogue.all().stream().map(this::view).toList();
  }

  private SettingView view(SettingsCatalogue.Setting setting) {
    ConfigurationPropertyName name = ConfigurationPropertyName.of(setting.name());
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      var property = source.getConfigurationProperty(name);
      if (property != null) {
        return view(setting, String.valueOf(property.getValue()), origin(source));
      }
    }
    return view(setting, setting.defaultValue(), SettingView.Origin.DEFAULT);
  }

  private static SettingView view(
      SettingsCatalogue.Setting setting, String value, SettingView.Origin origin) {
    String shown = SettingsCommand.isSecret(setting.name()) && !value.isEmpty() ? HIDDEN : value;
    return new SettingView(
        setting.name(), setting.environmentName(), shown, setting.defaultValue(), origin);
  }

  private static SettingView.Origin origin(ConfigurationPropertySource source) {
    String name =
        source.getUnderlyingSource() instanceof PropertySource<?> properties
            ? properties.getName().toLowerCase(Locale.ROOT)
            : "";
    if (name.contains("commandline")) {
      return SettingView.Origin.COMMAND_LINE;
    }
    if (name.contains("systemenvironment") || name.contains("systemproperties")) {
      return SettingView.Origin.ENVIRONMENT;
    }
    if (name.contains(SettingsCommand.FILE)) {
      return SettingView.Origin.FILE;
    }
    return name.contains("defaultproperties")
        ? SettingView.Origin.LAUNCH
        : SettingView.Origin.DEFAULT;
  }
}
