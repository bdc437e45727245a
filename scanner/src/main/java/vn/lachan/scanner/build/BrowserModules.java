package vn.lachan.scanner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.tooling.EmptyTeaVMToolLog;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles each entry to an ES module. What a module was made of is written down with its hashes,
 * so that a build in which nothing of it changed takes no time.
 */
public final class BrowserModules {
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "scan.mjs", "vn.lachan.scanner.ScanModule",
              "code.mjs", "vn.lachan.scanner.CodeModule",
              "form.mjs", "vn.lachan.scanner.FormModule"));

  private BrowserModules() {}

  /**
   * @param arguments a folder for what is remembered between builds, and that of the modules
   */
  public static void main(String[] arguments) throws IOException, TeaVMToolException {
    Path remembered = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Files.createDirectories(folder);
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      var ingredients = new Ingredients(remembered.resolve(module.getKey() + ".ingredients"));
      Path made = folder.resolve(module.getKey());
      if (!Files.exists(made) || ingredients.changed()) {
        ingredients.write(compile(module.getValue(), folder, module.getKey()));
      }
    }
  }

  /** Returns the names of the classes that went in. */
  private static List<String> compile(String entry, Path folder, String file)
      throws TeaVMToolException {
    TeaVMTool tool = new TeaVMTool();
    tool.setLog(new EmptyTeaVMToolLog());
    tool.setClassLoader(BrowserModules.class.getClassLoader());
    tool.setMainClass(entry);
    tool.setTargetType(TeaVMTargetType.JAVASCRIPT);
    tool.setJsModuleType(JSModuleType.ES2015);
    tool.getTransformers().add(KnownCharacterSets.class.getName());
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    tool.setTargetDirectory(folder.toFile());
    tool.setTargetFileName(file);
    tool.generate();
    List<String> problems = new ArrayList<>();
    for (Problem problem : tool.getProblemProvider().getProblems()) {
      DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
      problem.render(text);
      problems.add(problem.getSeverity() + " " + text.getText() + " at " + problem.getLocation());
    }
    if (!problems.isEmpty()) {
      throw new TeaVMToolException(file + " cannot be made:\n" + String.join("\n", problems));
    }
    return List.copyOf(tool.getClasses());
  }
}
