package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Keyring;

/**
 * Where the keys come from: the environment ({@code LACHAN_KEYS_MASTER}, {@code
 * LACHAN_KEYS_LOOKUP}, each a keyset's JSON), or private files made at the first start. They never
 * lie in the database nor in a backup of it.
 */
public final class KeyFiles {
  private KeyFiles() {}

  static Keyring readOrGenerate(Path folder, Map<String, String> environment) {
    String master = environment.get("LACHAN_KEYS_MASTER");
    String lookup = environment.get("LACHAN_KEYS_LOOKUP");
    if (master != null && lookup != null) {
      return Keyring.read(master, lookup);
    }
    if (master != null || lookup != null) {
      throw new OperatingException("Set both LACHAN_KEYS_MASTER and LACHAN_KEYS_LOOKUP, or none.");
    }
    PrivateFiles.createFolder(folder);
    return fromFiles(folder.resolve("master.json"), folder.resolve("lookup.json"));
  }

  /**
   * The keys that lie in a folder or in the environment, or null where there are none yet.
   *
   * @throws OperatingException when one of the two is missing
   */
  public static @Nullable Keyring readIfPresent(Path folder, Map<String, String> environment) {
    return mustGenerate(folder, environment) ? null : readOrGenerate(folder, environment);
  }

  /** Puts keys that were kept elsewhere into a data folder. */
  public static void store(Keyring keyring, Path folder) {
    PrivateFiles.createFolder(folder);
    PrivateFiles.write(folder.resolve("master.json"), keyring.masterText());
    PrivateFiles.write(folder.resolve("lookup.json"), keyring.lookupText());
  }

  /** Whether this is a first start, with no keys anywhere. */
  static boolean mustGenerate(Path folder, Map<String, String> environment) {
    return !environment.containsKey("LACHAN_KEYS_MASTER")
        && !Files.exists(folder.resolve("master.json"))
        && !Files.exists(folder.resolve("lookup.json"));
  }

  /** What the operator is told at the first start. */
  static String askForACopy(Path folder) {
    return """
        Khoá niêm phong danh tính vừa được tạo: %1$s
        Cất một bản sao của master.json và lookup.json ở nơi khác: mất khoá là mất mọi danh tính đã lưu. Cất cả codes-*.pem: mất khoá này là mọi mã cá nhân đã cấp bị từ chối.
        The keys that seal identity were just made. Keep a copy of both files elsewhere: without them stored identity is lost. Keep codes-*.pem too: without it every personal code issued so far is refused."""
        .formatted(folder);
  }

  private static Keyring fromFiles(Path masterFile, Path lookupFile) {
    @Nullable String master = read(masterFile);
    @Nullable String lookup = read(lookupFile);
    if (master != null && lookup != null) {
      return kept(Keyring.read(master, lookup), masterFile, lookupFile);
    }
    if (master != null || lookup != null) {
      throw new OperatingException(
          "One of the two key files is missing beside %s. Restore it from its copy: without it stored identity cannot be read."
              .formatted(masterFile));
    }
    Keyring generated = Keyring.generate();
    PrivateFiles.write(masterFile, generated.masterText());
    PrivateFiles.write(lookupFile, generated.lookupText());
    return kept(generated, masterFile, lookupFile);
  }

  /** New versions go into the same files, each written whole. */
  private static Keyring kept(Keyring keyring, Path masterFile, Path lookupFile) {
    keyring.keepWith(
        (master, lookup) -> {
          PrivateFiles.write(masterFile, master);
          PrivateFiles.write(lookupFile, lookup);
        });
    return keyring;
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
