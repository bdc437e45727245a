package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * The package must run in a browser: TeaVM compiles all of it without a complaint, and where Node
 * is on the machine the module answers exactly as the JVM does.
 */
class BrowserCompilationTests {
  private static final Path FOLDER = Path.of("target", "browser-scan").toAbsolutePath();
  private static final String MODULE = "scan.mjs";

  /** Twice what it is: a regular expression or a date formatter alone would exceed it. */
  private static final int SIZE_LIMIT = 100_000;

  private static final int RANDOM_TEXTS = 3_000;
  private static final String[] TEXTS = {
    "0000-0007",
    "oooo ooo7",
    "https://lachan.example/d/00000007?x",
    "https://lachan.example/p/LC1P000000000000000K",
    "001090123456|012345678|Nguyễn Văn An|01011990|Nam|Hà Nội|15042021",
    "038199001234||Le\u0302 Thi\u0323 Hoa|05031999|Nu\u031B\u0303|Thôn 3|00002021",
    "001099012345||Đỗ Đức Đạt|01011990|Nam|Hà Nội|15042021",
    "001090123456|Nguyễn Văn An|01011990|Nam|Hà Nội|15042021",
    "001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<HS4010120878821<0944713700",
    "HS4010120878821|4e677579e1bb856e2056c4836e20416e|31/01/1990|1",
    "0123456789|4E677579|1990",
    "HS4010120878821|c3|1990",
    "LC2:%69 VD92EX0",
    "+84 (0) 912.345.678",
    "01621234567",
    "Nguyễn Thị Ánh Nguyệt",
    "H\u2019Hen Niê",
    "An <b>"
  };

  @BeforeAll
  static void compileOnce() throws IOException, TeaVMToolException {
    compile();
  }

  @Test
  void theModuleIsSmallAndExports() throws IOException {
    byte[] module = Files.readAllBytes(FOLDER.resolve(MODULE));
    assertThat(new String(module, StandardCharsets.UTF_8)).contains("export");
    System.out.printf(
        "engine/scan in the browser: %,d bytes, %,d compressed%n",
        module.length, compressedLength(module));
    assertThat(module.length).isLessThan(SIZE_LIMIT);
  }

  @Test
  void browsersReadWhatTheJvmReads(@TempDir Path folder) throws Exception {
    compareWithNode(texts(), folder);
  }

  private static void compile() throws IOException, TeaVMToolException {
    Files.createDirectories(FOLDER);
    TeaVMTool tool = new TeaVMTool();
    tool.setLog(new EmptyTeaVMToolLog());
    tool.setClassLoader(BrowserCompilationTests.class.getClassLoader());
    tool.setMainClass(ScanInBrowser.class.getName());
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
      problems.add(problem.getSeverity() + " " + text.getText() + " at " + place(problem));
    }
    assertThat(problems).isEmpty();
    assertThat(tool.getClasses())
        .contains(PersonName.class.getName(), NationalCode.class.getName())
        .doesNotContain(ServerScanPorts.class.getName())
        .noneMatch(name -> name.startsWith("java.util.regex.") || name.startsWith("java.time."));
  }

  private static String place(Problem problem) {
    CallLocation location = problem.getLocation();
    return location == null
        ? "unknown place"
        : location.getMethod() + " " + location.getSourceLocation();
  }

  private static void compareWithNode(List<String> texts, Path folder) throws Exception {
    boolean answers = nodeAnswers();
    if (!answers) {
      System.out.println("SKIPPED: no node on this machine, the module was compiled but not run");
    }
    assumeTrue(answers, "node");
    Path runner = folder.resolve("run.mjs");
    Files.writeString(runner, script(texts));
    Process node = new ProcessBuilder("node", runner.toString()).redirectErrorStream(true).start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(node.waitFor()).as(output).isZero();
    List<String> actual = output.lines().toList();
    assertThat(actual).hasSameSizeAs(texts);
    for (int index = 0; index < texts.size(); index++) {
      String expected = ScanInBrowser.answers(texts.get(index), ScanChecks.PORTS);
      assertThat(actual.get(index)).as(expected).isEqualTo(escape(expected));
    }
  }

  private static String script(List<String> texts) {
    StringBuilder script = new StringBuilder();
    script.append("import { read } from '").append(FOLDER.resolve(MODULE).toUri()).append("';\n");
    script.append("const hex = c => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0');\n");
    script.append("const lines = [];\n");
    script.append("for (const text of [\n");
    texts.forEach(text -> script.append('"').append(escape(text)).append("\",\n"));
    script.append("]) lines.push(read(text).split('').map(hex).join(''));\n");
    return script.append("console.log(lines.join('\\n'));\n").toString();
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      escaped.append(String.format("\\u%04x", (int) text.charAt(index)));
    }
    return escaped.toString();
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(TEXTS));
    for (long seed = 0; seed < RANDOM_TEXTS; seed++) {
      texts.add(ScannerFuzzTests.randomText(new Random(seed)));
    }
    return texts;
  }

  private static boolean nodeAnswers() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static int compressedLength(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.size();
  }
}
