package vn.lachan.app.program.backup;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of the two commands: each takes one path. */
final class CommandOptions {
  private final Map<String, Path> paths = new HashMap<>();

  static CommandOptions parse(String[] arguments, String... known) {
    var options = new CommandOptions();
    List<String> names = Arrays.asList(known);
    for (int i = 0; i < arguments.length; i += 2) {
      if (!names.contains(arguments[i])) {
        throw Words.refusal("unknown-option", arguments[i], String.join(" ", names));
      }
      if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
        throw Words.refusal("option-needs-path", arguments[i]);
      }
      options.paths.put(arguments[i], Path.of(arguments[i + 1]).toAbsolutePath().normalize());
    }
    return options;
  }

  @Nullable Path path(String name) {
    return paths.get(name);
  }

  Path data() {
    return paths.getOrDefault("--data", Path.of("data").toAbsolutePath());
  }

  @Nullable BackupCipher cipher() {
    Path key = paths.get("--key");
    return key == null ? null : BackupCipher.read(key);
  }
}
