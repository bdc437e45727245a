package vn.lachan.app.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl. PostgreSQL refuses to run as root; where the program itself is root (a
 * container, a first try on a new machine) it is run in a user namespace of its own, in which the
 * same owner of the files has no name and no privilege.
 */
final class PostgresPrograms {
  private static final int TIMEOUT_SECONDS = 660;

  private final Path bin;
  private final List<String> prefix;

  PostgresPrograms(Path home) {
    this.bin = home.resolve("bin");
    this.prefix =
        "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  /** Runs a program to its end and fails with its output when it does not succeed. */
  void run(String program, List<String> arguments) {
    Outcome outcome = attempt(program, arguments);
    if (outcome.exitCode() != 0) {
      throw new OperatingException(
          "PostgreSQL: %s failed (%d): %s"
              .formatted(program, outcome.exitCode(), outcome.output().strip()));
    }
  }

  Outcome attempt(String program, List<String> arguments) {
    return attempt(program, arguments, "");
  }

  /**
   * Runs a program to its end with a text as its input; nobody sees that in a list of processes.
   */
  Outcome attempt(String program, List<String> arguments, String input) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile("lachan-", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
          writer.write(input);
        }
        return new Outcome(exitCodeOf(process, program), readString(output));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + program, e);
    }
  }

  private static int exitCodeOf(Process process, String program) {
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new OperatingException("PostgreSQL: " + program + " did not end in time");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new OperatingException("Interrupted while running " + program, e);
    }
  }

  private static String readString(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  record Outcome(int exitCode, String output) {}
}
