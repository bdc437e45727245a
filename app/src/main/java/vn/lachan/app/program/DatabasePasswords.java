package vn.lachan.app.program;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The generated passwords of the embedded database's roles, one line each in a private file. */
final class DatabasePasswords {
  private static final List<String> ROLES =
      List.of(EmbeddedDatabase.SUPERUSER, "lachan_migrate", "lachan_app", "lachan_reporting");
  private static final int PASSWORD_BYTES = 24;

  private final Properties passwords;

  private DatabasePasswords(Properties passwords) {
    this.passwords = passwords;
  }

  static DatabasePasswords readOrGenerate(Path file) {
    if (!Files.exists(file)) {
      PrivateFiles.createFolderOf(file);
      PrivateFiles.write(file, generated());
    }
    return read(file);
  }

  static DatabasePasswords read(Path file) {
    try {
      var properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      return new DatabasePasswords(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  String of(String role) {
    return Objects.requireNonNull(passwords.getProperty(role), role);
  }

  private static String generated() {
    var random = new SecureRandom();
    return ROLES.stream()
        .map(role -> role + "=" + password(random))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
