package vn.lachan.app.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code ./lachan audit}.
 *
 * @param from the first block to verify
 * @param anchors files in which heads were kept outside
 * @param keys public keys to believe; when empty, those in the data folder
 */
record CommandOptions(
    Verb verb, Path data, long from, List<Path> anchors, List<Path> keys, @Nullable Path to) {
  enum Verb {
    VERIFY,
    ANCHOR,
    NEW_KEY
  }

  /** A usage that is wrong: which text says so, about what. */
  static final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String about;

    WrongUsage(String key, String about) {
      super(key);
      this.key = key;
      this.about = about;
    }

    String key() {
      return key;
    }

    String about() {
      return about;
    }
  }

  static CommandOptions parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new WrongUsage("usage.no-verb", "");
    }
    Verb verb =
        switch (arguments.getFirst()) {
          case "verify" -> Verb.VERIFY;
          case "anchor" -> Verb.ANCHOR;
          case "new-key" -> Verb.NEW_KEY;
          default -> throw new WrongUsage("usage.unknown", arguments.getFirst());
        };
    Path data = Path.of("data");
    long from = 1;
    List<Path> anchors = new ArrayList<>();
    List<Path> keys = new ArrayList<>();
    Path to = null;
    for (int i = 1; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      switch (option) {
        case "--data" -> data = Path.of(valueAfter(arguments, i));
        case "--from" -> from = block(valueAfter(arguments, i));
        case "--anchor" -> anchors.add(Path.of(valueAfter(arguments, i)));
        case "--key" -> keys.add(Path.of(valueAfter(arguments, i)));
        case "--to" -> to = Path.of(valueAfter(arguments, i));
        case "--lang" -> valueAfter(arguments, i);
        default -> throw new WrongUsage("usage.unknown", option);
      }
    }
    return new CommandOptions(verb, data.toAbsolutePath().normalize(), from, anchors, keys, to);
  }

  private static String valueAfter(List<String> arguments, int index) {
    if (index + 1 >= arguments.size()) {
      throw new WrongUsage("usage.no-value", arguments.get(index));
    }
    return arguments.get(index + 1);
  }

  private static long block(String text) {
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw new WrongUsage("usage.bad-block", text);
    }
    return Long.parseLong(text);
  }
}
