package vn.lachan.app.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lachan.app.program.CommandDatabase;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.OperatingException;

/**
 * {@code ./lachan audit verify | anchor | new-key}: proves the audit record from outside the
 * program, with the role that can only read. Exit codes: 0 the record is whole, 1 it is not, 2 it
 * could not be read, 64 bad usage.
 */
public final class AuditCommand {
  static final int WHOLE = 0;
  static final int NOT_WHOLE = 1;
  static final int UNREADABLE = 2;

  /** EX_USAGE of sysexits.h. */
  static final int BAD_USAGE = 64;

  private final CommandOptions options;
  private final Map<String, String> environment;
  private final CommandTexts texts;
  private final PrintStream out;
  private final PrintStream err;

  private AuditCommand(
      CommandOptions options,
      Map<String, String> environment,
      CommandTexts texts,
      PrintStream out,
      PrintStream err) {
    this.options = options;
    this.environment = environment;
    this.texts = texts;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    var out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), System.getenv(), out, err));
  }

  /** As the command line, with the environment as an argument; gives the exit code. */
  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    CommandTexts texts = CommandTexts.of(arguments, environment);
    if (arguments.contains("--help")) {
      out.println(texts.say("usage"));
      return WHOLE;
    }
    try {
      var options = CommandOptions.parse(arguments);
      return new AuditCommand(options, environment, texts, out, err).run();
    } catch (CommandOptions.WrongUsage wrong) {
      err.println(texts.say(wrong.key(), wrong.about()));
      err.println(texts.say("usage"));
      return BAD_USAGE;
    } catch (OperatingException unreadable) {
      err.println(unreadable.getMessage());
      return UNREADABLE;
    }
  }

  private int run() {
    if (options.verb() == CommandOptions.Verb.NEW_KEY) {
      return newKey();
    }
    try (CommandDatabase database = CommandDatabase.open(options.data(), environment)) {
      return on(database.access());
    }
  }

  /** As {@link #run()}, on a database that is open already. */
  private int on(DatabaseAccess access) {
    var source =
        new SingleConnectionDataSource(
            access.url(), access.reporting().user(), access.reporting().password(), true);
    try {
      var jdbc = JdbcClient.create(source);
      if (!new VerificationTable(jdbc).isThere()) {
        throw new OperatingException(texts.say("not-migrated"));
      }
      return options.verb() == CommandOptions.Verb.ANCHOR ? anchor(jdbc) : verify(jdbc);
    } finally {
      source.destroy();
    }
  }

  private int verify(JdbcClient jdbc) {
    var report = new VerifyReport(texts, out, err);
    List<Head> anchors = anchors();
    long begun = System.nanoTime();
    Verification.Summary summary =
        new Verification(jdbc, believed(), report::found, report::progress)
            .run(options.from(), anchors);
    report.end(summary, options.from(), anchors.size(), System.nanoTime() - begun);
    return report.isWhole() ? WHOLE : NOT_WHOLE;
  }

  private int anchor(JdbcClient jdbc) {
    Head head =
        new BlockTable(jdbc)
            .last()
            .map(Block::head)
            .orElseThrow(() -> new OperatingException(texts.say("no-block")));
    out.println(head.line());
    Path to = options.to();
    if (to != null) {
      var file = HeadFile.of(to.toString(), options.data());
      file.append(head);
      err.println(texts.say("anchored", head.block(), file.path()));
    }
    return WHOLE;
  }

  private int newKey() {
    SealingKey key = keys().newVersion();
    out.println(texts.say("new-key", key.id(), options.data().resolve("keys")));
    return WHOLE;
  }

  /** What an auditor brings is believed alone; else what lies beside the private keys. */
  private Map<String, SealingKey> believed() {
    Map<String, SealingKey> keys = new TreeMap<>();
    options.keys().stream().map(SealingKeys::publicKey).forEach(key -> keys.put(key.id(), key));
    if (keys.isEmpty()) {
      keys.putAll(keys().believed());
    }
    if (keys.isEmpty()) {
      throw new OperatingException(texts.say("no-key", options.data().resolve("keys")));
    }
    return keys;
  }

  /** Besides those that are named, the program's own file of heads. */
  private List<Head> anchors() {
    List<Head> heads = new ArrayList<>();
    HeadFile own = HeadFile.of("", options.data());
    if (own.exists()) {
      heads.addAll(own.read());
    }
    for (Path file : options.anchors()) {
      heads.addAll(HeadFile.of(file.toString(), options.data()).read());
    }
    return heads;
  }

  private SealingKeys keys() {
    return new SealingKeys(options.data().resolve("keys"), environment);
  }
}
