package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * A gate judges forms without network: TeaVM compiles all of the package without a complaint, and
 * where Node is on the machine the module says exactly what the JVM says.
 */
class FormBrowserTests {
  private static final Path FOLDER = Path.of("target", "browser-form").toAbsolutePath();
  private static final String MODULE = "form.mjs";
  private static final int SIZE_LIMIT = 200_000;
  private static final int CASES = 60;

  @Test
  void browsersJudgeAsTheJvmJudges(@TempDir Path folder) throws Exception {
    compile();
    long size = Files.size(FOLDER.resolve(MODULE));
    System.out.printf("engine/form in the browser: %,d bytes%n", size);
    assertThat(size).isLessThan(SIZE_LIMIT);
    boolean answers = nodeAnswers();
    if (!answers) {
      System.out.println("SKIPPED: no node on this machine, the module was compiled but not run");
    }
    assumeTrue(answers, "node");
    compareWithNode(folder);
  }

  private static void compile() throws Exception {
    Files.createDirectories(FOLDER);
    TeaVMTool tool = new TeaVMTool();
    tool.setLog(new EmptyTeaVMToolLog());
    tool.setClassLoader(FormBrowserTests.class.getClassLoader());
    tool.setMainClass(FormInBrowser.class.getName());
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.ES2015);
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    tool.setTargetDirectory(FOLDER.toFile());
    tool.setTargetFileName(MODULE);
    tool.generate();
    List<String> problems = new ArrayList<>();
    for (Problem problem : tool.getProblemProvider().getProblems()) {
      DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
      problem.render(text);
      problems.add(text.getText() + " at " + problem.getLocation());
    }
    assertThat(problems).isEmpty();
    assertThat(tool.getClasses())
        .noneMatch(name -> name.startsWith("java.util.regex.") || name.startsWith("java.time."));
  }

  private static void compareWithNode(Path folder) throws Exception {
    String form = FormChecks.everythingJson().replace("urn:test:colours-set", "#none");
    List<String[]> cases = cases();
    cases.add(new String[] {form, "{}", "{}"});
    StringBuilder script = new StringBuilder();
    script.append("import { judge } from '").append(FOLDER.resolve(MODULE).toUri()).append("';\n");
    script.append("const hex = c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');\n");
    script.append("for (const [form, response, rules] of [\n");
    for (String[] each : cases) {
      script.append('[');
      for (String text : each) {
        script.append('"').append(escape(text)).append("\",");
      }
      script.append("],\n");
    }
    script.append("]) console.log(judge(form, response, rules).split('').map(hex).join(''));\n");
    Path runner = folder.resolve("run.mjs");
    Files.writeString(runner, script);
    Process node = new ProcessBuilder("node", runner.toString()).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(node.waitFor()).as(output).isZero();
    List<String> actual = output.lines().toList();
    assertThat(actual).hasSameSizeAs(cases);
    for (int index = 0; index < cases.size(); index++) {
      String[] each = cases.get(index);
      String expected = FormInBrowser.judge(each[0], each[1], each[2]);
      assertThat(actual.get(index)).as(expected).isEqualTo(escape(expected));
    }
  }

  /** The residents' form, answered at random, every second answer broken. */
  private static List<String[]> cases() throws IOException {
    String form = Files.readString(NationalFormTests.FOLDER.resolve("residents-declaration.json"));
    String rules = Files.readString(NationalFormTests.FOLDER.resolve("covid-19-warnings.json"));
    Questionnaire questionnaire = FormChecks.accepted(form);
    List<String[]> cases = new ArrayList<>();
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      String good = Forms.write(new RandomResponses(questionnaire, random).draw());
      String sent = seed % 2 == 0 ? good : Breakage.of(good, seed, random).json();
      cases.add(new String[] {form, sent, rules});
    }
    return cases;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      escaped.append(String.format("\\u%04x", (int) text.charAt(index)));
    }
    return escaped.toString();
  }

  private static boolean nodeAnswers() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
