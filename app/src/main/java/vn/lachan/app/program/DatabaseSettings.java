package vn.lachan.app.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An external PostgreSQL, named by the environment or the command line before anything else starts:
 * {@code LACHAN_DATABASE_URL} and a user and password for each role. Without an address the
 * embedded one is used.
 */
final class DatabaseSettings {
  private DatabaseSettings() {}

  static @Nullable DatabaseAccess external(Map<String, String> environment) {
    String url = environment.get("LACHAN_DATABASE_URL");
    if (url == null || url.isBlank()) {
      return null;
    }
    return new DatabaseAccess(
        url,
        login(environment, "MIGRATE"),
        login(environment, "APP"),
        login(environment, "REPORTING"));
  }

  private static DatabaseAccess.Login login(Map<String, String> environment, String role) {
    String user = environment.get("LACHAN_DATABASE_" + role + "_USER");
    String password = environment.get("LACHAN_DATABASE_" + role + "_PASSWORD");
    if (user == null || password == null) {
      throw new OperatingException(
          "LACHAN_DATABASE_URL is set; LACHAN_DATABASE_%1$s_USER and LACHAN_DATABASE_%1$s_PASSWORD are missing."
              .formatted(role));
    }
    return new DatabaseAccess.Login(user, password);
  }
}
