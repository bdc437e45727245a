package vn.lachan.app.program;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program as a process of its own, started as the launcher starts it. */
public final class RunningProgram implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Lá Chắn: (https?://\\S+)");

  private final Process process;
  private final Path data;
  private final String address;

  private RunningProgram(Process process, Path data, String address) {
    this.process = process;
    this.data = data;
    this.address = address;
  }

  /** Starts and waits for the greeting. */
  public static RunningProgram start(Path data, String... more) throws IOException {
    return start(data, Map.of(), more);
  }

  /** The same with an environment of its own, as on an external database. */
  public static RunningProgram start(Path data, Map<String, String> environment, String... more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-Xmx320m", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath(), "vn.lachan.app.Lachan"));
    command.addAll(List.of("--port", "0", "--data", data.toString()));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new RunningProgram(process, data, greeting(process));
  }

  /** Runs one of the commands to its end. */
  public static Command command(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx320m", "-cp", classPath(), mainClass));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Command(process.waitFor(), said);
  }

  /** How a command ended, and what it said. */
  public record Command(int status, String said) {}

  public String address() {
    return address;
  }

  /** As a power cut would: nothing is told, nothing is closed. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** As Ctrl-C does; the exit status. */
  public int interrupt() throws InterruptedException {
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue();
  }

  /** A connection to the program's own database as its working role. */
  public Connection database() throws IOException, SQLException {
    var passwords = new Properties();
    try (var reader =
        Files.newBufferedReader(data.resolve("keys").resolve("database.properties"))) {
      passwords.load(reader);
    }
    String port =
        Files.readAllLines(data.resolve("postgres").resolve("cluster").resolve("postmaster.pid"))
            .get(3)
            .strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/lachan",
        "lachan_app",
        passwords.getProperty("lachan_app"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Without the tests, whose beans the program would find. */
  static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String greeting(Process process) throws IOException {
    var said = new StringBuilder();
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      Matcher matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> reader.lines().forEach(ignored -> {}));
        return matcher.group(1);
      }
    }
    throw new IOException("The program ended without a greeting:\n" + said);
  }
}
