package vn.lachan.app.tracing.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.PlaceRule;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.Window;

/**
 * What the command line asks for.
 *
 * @param generations null for the rule set's
 * @param lingerMinutes null for the rule set's
 * @param dwellMinutes how long a stay without a departure lasts, null when that is an error
 */
record Options(
    String visits,
    String index,
    Window window,
    @Nullable String rules,
    @Nullable Integer generations,
    @Nullable Integer lingerMinutes,
    @Nullable Integer dwellMinutes,
    boolean json) {

  private static final Set<String> NAMES =
      Set.of(
          "--index",
          "--from",
          "--to",
          "--rules",
          "--generations",
          "--linger",
          "--dwell",
          "--format",
          "--lang");

  static Options parse(List<String> arguments, Times times, Messages messages) {
    var values = new HashMap<String, String>();
    String file = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        if (file != null) {
          throw usage(messages.say("usage.two-files", file, argument));
        }
        file = argument;
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (!NAMES.contains(name)) {
        throw usage(messages.say("usage.unknown-option", name));
      }
      if (equals < 0 && i + 1 == arguments.size()) {
        throw usage(messages.say("usage.no-value", name));
      }
      String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
      if (values.put(name, value) != null) {
        throw usage(messages.say("usage.twice", name));
      }
    }
    if (file == null) {
      throw usage(messages.say("usage.no-file"));
    }
    return new Reader(values, messages).options(file, times);
  }

  private static TraceFailure usage(String message) {
    return new TraceFailure(TraceFailure.BAD_USAGE, message);
  }

  private record Reader(Map<String, String> values, Messages messages) {
    Options options(String file, Times times) {
      return new Options(
          file,
          required("--index"),
          window(times),
          values.get("--rules"),
          number("--generations", 1, Tracer.MAXIMUM_GENERATIONS),
          number("--linger", 0, PlaceRule.MAXIMUM_MINUTES),
          number("--dwell", 1, PlaceRule.MAXIMUM_MINUTES),
          json());
    }

    private Window window(Times times) {
      long from = time("--from", times);
      long to = time("--to", times);
      if (from >= to) {
        throw usage(messages.say("usage.empty-window", required("--from"), required("--to")));
      }
      return new Window(from, to);
    }

    private long time(String name, Times times) {
      String text = required(name);
      long time = times.timeOrDay(text);
      if (time == Times.UNREADABLE) {
        throw usage(messages.say("usage.bad-time", name, text));
      }
      return time;
    }

    private @Nullable Integer number(String name, int least, int most) {
      String text = values.get(name);
      if (text == null) {
        return null;
      }
      boolean number = text.matches("[0-9]{1,6}");
      if (!number || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
        throw usage(messages.say("usage.bad-number", name, least, most, text));
      }
      return Integer.valueOf(text);
    }

    private boolean json() {
      String format = values.getOrDefault("--format", "csv");
      if (!Set.of("csv", "json").contains(format)) {
        throw usage(messages.say("usage.bad-format", format));
      }
      return format.equals("json");
    }

    private String required(String name) {
      String value = values.get(name);
      if (value == null || value.isEmpty()) {
        throw usage(messages.say("usage.missing", name));
      }
      return value;
    }
  }
}
