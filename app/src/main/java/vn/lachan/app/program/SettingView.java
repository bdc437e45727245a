package vn.lachan.app.program;

/**
 * A setting as an operator sees it.
 *
 * @param name as written in the settings file
 * @param environmentName the environment variable that sets it
 * @param value as it is in force; a secret is only said to be set
 * @param origin where the value comes from
 */
public record SettingView(
    String name, String environmentName, String value, String defaultValue, Origin origin) {
  /** Where a value comes from, weakest first. */
  public enum Origin {
    DEFAULT,
    LAUNCH,
    FILE,
    ENVIRONMENT,
    COMMAND_LINE
  }
}
