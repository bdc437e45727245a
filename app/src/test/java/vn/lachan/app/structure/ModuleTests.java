package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.lachan.app.Lachan;

/** The walls between the modules. */
class ModuleTests {
  private static final Set<String> ALLOWED =
      Set.of(
          "kernel",
          "program",
          "audit",
          "units",
          "messaging",
          "access",
          "places",
          "people",
          "visits",
          "declarations",
          "tracing",
          "casework",
          "gates",
          "paper",
          "privacy",
          "operations",
          "portal",
          "residents",
          "demo");

  /** A module may know only those of lower layers. */
  private static final Map<String, Integer> LAYER =
      Map.ofEntries(
          Map.entry("kernel", 0),
          Map.entry("program", 0),
          Map.entry("audit", 1),
          Map.entry("units", 1),
          Map.entry("messaging", 2),
          Map.entry("access", 3),
          Map.entry("places", 4),
          Map.entry("people", 4),
          Map.entry("visits", 5),
          Map.entry("declarations", 6),
          Map.entry("tracing", 6),
          Map.entry("casework", 7),
          Map.entry("gates", 7),
          Map.entry("paper", 7),
          Map.entry("privacy", 8),
          Map.entry("operations", 8),
          Map.entry("portal", 8),
          Map.entry("residents", 9),
          Map.entry("demo", 10));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.lachan.app");

  @Test
  void theModulesKeepToWhatTheyDeclare() {
    ApplicationModules.of(Lachan.class).verify();
  }

  @Test
  void onlyTheKnownModulesExist() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (!type.getPackageName().equals("vn.lachan.app")) {
        found.add(moduleOf(type));
      }
    }
    assertThat(ALLOWED).containsAll(found);
  }

  @Test
  void aModuleKnowsOnlyLowerLayers() {
    List<String> wrong =
        CLASSES.stream()
            .filter(type -> !type.getPackageName().equals("vn.lachan.app"))
            .flatMap(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .filter(
                            use ->
                                use.getTargetClass().getPackageName().startsWith("vn.lachan.app."))
                        .filter(use -> !moduleOf(use.getTargetClass()).equals(moduleOf(type)))
                        .filter(
                            use -> layer(use.getTargetClass()) >= layer(type) && layer(type) > 0)
                        .map(use -> type.getName() + " -> " + use.getTargetClass().getName()))
            .distinct()
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void mostTypesArePackagePrivate() {
    List<JavaClass> types = CLASSES.stream().filter(JavaClass::isTopLevelClass).toList();
    long hidden =
        types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();
    long percent = hidden * 100 / types.size();
    System.out.println("package-private top-level types in app: " + percent + " %");
    assertThat(percent).isGreaterThanOrEqualTo(40);
  }

  private static int layer(JavaClass type) {
    return LAYER.getOrDefault(moduleOf(type), 99);
  }

  private static String moduleOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 3 ? parts[3] : "";
  }
}
