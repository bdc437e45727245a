package vn.lachan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** A class compiled for browsers by TeaVM, and its functions called in Node. */
public record BrowserModule(Path file, Collection<String> classes) {
  /** Fails unless all of it compiles without a complaint, regular expressions and java.time. */
  public static BrowserModule compile(Class<?> main, String folder, String name)
      throws IOException, TeaVMToolException {
    Path target = Path.of("target", folder).toAbsolutePath();
    Files.createDirectories(target);
    TeaVMTool tool = new TeaVMTool();
    tool.setLog(new EmptyTeaVMToolLog());
    tool.setClassLoader(main.getClassLoader());
    tool.setMainClass(main.getName());
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.ES2015);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    tool.setTargetDirectory(target.toFile());
    tool.setTargetFileName(name);
    tool.generate();
    assertThat(problems(tool)).isEmpty();
    assertThat(tool.getClasses())
        .noneMatch(each -> each.startsWith("java.util.regex.") || each.startsWith("java.time."));
    return new BrowserModule(target.resolve(name), List.copyOf(tool.getClasses()));
  }

  /**
   * What an exported function says to each list of texts, escaped; the test is skipped, and says
   * so, where no Node is on the machine.
   */
  public List<String> call(String function, List<List<String>> calls, Path folder)
      throws IOException, InterruptedException {
    boolean answers = nodeAnswers();
    if (!answers) {
      System.out.println("SKIPPED: no node on this machine, the module was compiled but not run");
    }
    assumeTrue(answers, "node");
    Path runner = folder.resolve("run.mjs");
    Files.writeString(runner, script(function, calls));
    Process node = new ProcessBuilder("node", runner.toString()).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(node.waitFor()).as(output).isZero();
    List<String> said = output.lines().toList();
    assertThat(said).hasSameSizeAs(calls);
    return said;
  }

  /** Every character as its number, so that no encoding stands between two texts. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      escaped.append(String.format("\\u%04x", (int) text.charAt(index)));
    }
    return escaped.toString();
  }

  private String script(String function, List<List<String>> calls) {
    String arguments =
        calls.stream()
            .map(
                texts ->
                    texts.stream()
                        .map(text -> "\"" + escape(text) + "\"")
                        .collect(Collectors.joining(",", "[", "],\n")))
            .collect(Collectors.joining());
    return """
    import { %s as called } from '%s';
    const hex = c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');
    const lines = [];
    for (const texts of [
    %s]) lines.push(called(...texts).split('').map(hex).join(''));
    console.log(lines.join('\\n'));
    """
        .formatted(function, file.toUri(), arguments);
  }

  private static List<String> problems(TeaVMTool tool) {
    List<String> problems = new ArrayList<>();
    for (Problem problem : tool.getProblemProvider().getProblems()) {
      DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
      problem.render(text);
      problems.add(problem.getSeverity() + " " + text.getText() + " at " + place(problem));
    }
    return problems;
  }

  private static String place(Problem problem) {
    CallLocation location = problem.getLocation();
    return location == null
        ? "unknown place"
        : location.getMethod() + " " + location.getSourceLocation();
  }

  private static boolean nodeAnswers() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
