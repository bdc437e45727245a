package vn.lachan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The plans of the program's own statements that took long, as the server writes them down: of each
 * statement the slowest. Only sessions that begin after {@link #watch} are looked at.
 */
final class SlowPlans {
  private static final Pattern ENTRY =
      Pattern.compile(
          "duration: ([0-9.]+) ms +plan:\\n\\tQuery Text: (.*?)\\n(\\t[^\\n]*cost=.*?)(?=\\n[^\\t])",
          Pattern.DOTALL);

  private final Path log;
  private long seen;

  private record Slow(double milliseconds, String plan) {}

  private SlowPlans(Path log) {
    this.log = log;
  }

  static SlowPlans watch(BenchProgram program, int milliseconds) {
    try (Connection connection = program.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role lachan_app set session_preload_libraries = 'auto_explain'");
      statement.execute("load 'auto_explain'");
      statement.execute(
          "alter role lachan_app set auto_explain.log_min_duration = '" + milliseconds + "ms'");
      statement.execute("alter role lachan_app set auto_explain.log_analyze = on");
      statement.execute("alter role lachan_app set auto_explain.log_timing = off");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    program.renewConnections();
    var plans = new SlowPlans(program.databaseLog());
    plans.seen = plans.text().length();
    return plans;
  }

  /** What was slow since it was asked last, as text: a statement and its plan each. */
  String since() {
    String all = text();
    String fresh = all.substring((int) Math.min(seen, all.length())) + "\n.";
    seen = all.length();
    Map<String, Slow> slowest = new LinkedHashMap<>();
    Matcher entries = ENTRY.matcher(fresh);
    while (entries.find()) {
      var slow = new Slow(Double.parseDouble(entries.group(1)), entries.group(3));
      slowest.merge(
          entries.group(2).replaceAll("\\s+", " "),
          slow,
          (one, other) -> one.milliseconds() >= other.milliseconds() ? one : other);
    }
    var said = new StringBuilder();
    slowest.forEach(
        (query, slow) ->
            said.append("  %.0f ms: %s%n%s%n".formatted(slow.milliseconds(), query, slow.plan())));
    return said.toString();
  }

  private String text() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
