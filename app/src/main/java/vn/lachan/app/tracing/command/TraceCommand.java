package vn.lachan.app.tracing.command;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.TraceInMemory;
import vn.lachan.engine.tracing.Tracer;

/**
 * {@code trace}: the contacts of one person in a file of visits. Exit codes: 0 done, 1 bad input, 2
 * the index person is not in the file, 64 bad usage. On any error standard output stays empty.
 */
public final class TraceCommand {
  private static final int BUFFER_CHARACTERS = 1 << 16;

  private TraceCommand() {}

  public static void main(String[] arguments) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int exitCode = run(List.of(arguments), System.getenv(), out, err);
    out.flush();
    System.exit(exitCode);
  }

  /** As the command line, with the environment as an argument; gives the exit code. */
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    var messages = new Messages(english(arguments, environment));
    if (arguments.contains("--help")) {
      out.println(messages.say("usage"));
      return 0;
    }
    try {
      var times = new Times();
      Options options = Options.parse(arguments, times, messages);
      Answer answer = answer(options, times, messages);
      if (times.zoneAssumed()) {
        err.println(messages.say("zone-assumed"));
      }
      write(answer, options.json(), out);
      return 0;
    } catch (TraceFailure failure) {
      err.println(failure.told());
      if (failure.exitCode() == TraceFailure.BAD_USAGE) {
        err.println(messages.say("usage"));
      }
      return failure.exitCode();
    }
  }

  /**
   * The option beats the environment; before the options are read only its text can be looked at.
   */
  private static boolean english(List<String> arguments, Map<String, String> environment) {
    int option = arguments.indexOf("--lang");
    if (option >= 0 && option + 1 < arguments.size()) {
      return arguments.get(option + 1).startsWith("en");
    }
    for (String argument : arguments) {
      if (argument.startsWith("--lang=")) {
        return argument.startsWith("--lang=en");
      }
    }
    return environment.getOrDefault("LANG", "").startsWith("en");
  }

  private static Answer answer(Options options, Times times, Messages messages) {
    Rules rules = rules(options, messages);
    var file = new VisitFile(times, messages, options.dwellMinutes());
    file.read(options.visits());
    OptionalInt index = file.persons().find(options.index());
    if (index.isEmpty()) {
      String message = messages.say("unknown-person", options.index(), options.visits());
      throw new TraceFailure(TraceFailure.UNKNOWN_PERSON, message);
    }
    Integer asked = options.generations();
    int generations = asked == null ? rules.generations() : asked;
    int kept = options.json() ? Tracer.KEPT_EXPOSURES : 1;
    var tracer =
        Tracer.open(index.getAsInt(), options.window(), rules, generations, Times.ZONE, kept);
    return new Answer(
        TraceInMemory.of(file.rows()).run(tracer),
        file.persons(),
        file.places(),
        messages.reasonWords());
  }

  private static Rules rules(Options options, Messages messages) {
    String file = options.rules();
    Rules rules = file == null ? Rules.plain() : new RulesFile(messages).read(file);
    Integer linger = options.lingerMinutes();
    return linger == null ? rules : rules.withAirOut(linger);
  }

  private static void write(Answer answer, boolean json, PrintStream out) {
    Writer writer = unclosed(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (json) {
      JsonAnswer.write(answer, writer);
    } else {
      CsvAnswer.write(answer, writer);
    }
  }

  /** Whoever writes may close it; standard output itself stays open for the caller. */
  private static Writer unclosed(Writer out) {
    return new BufferedWriter(out, BUFFER_CHARACTERS) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }
}
