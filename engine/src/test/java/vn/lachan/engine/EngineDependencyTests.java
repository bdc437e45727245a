package vn.lachan.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine knows nothing of the outside world and therefore cannot fail for its reasons. */
class EngineDependencyTests {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.lachan.engine");

  private static final Set<String> CLOCKS =
      Set.of("currentTimeMillis", "nanoTime", "now", "getenv", "getProperty", "systemDefault");

  @Test
  void nothingBesidesTheJdkAndNullnessAnnotations() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                        "vn.lachan.engine..", "java..", "javax.crypto..", "org.jspecify..")
                    .or(arrayOfPrimitives())))
        .check(ENGINE);
  }

  @Test
  void noFilesNoNetworkNoThreads() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.net..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "java.lang.ref..",
                    "java.lang.foreign..")
                .or(named("java.io.File", "java.io.Console", "java.io.PrintStream"))
                .or(named("java.lang.Thread", "java.lang.ThreadLocal", "java.lang.Process"))
                .or(named("java.lang.ProcessBuilder", "java.lang.Runtime", "java.util.Timer")))
        .orShould()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "read or write files",
                type -> type.getName().matches("java\\.io\\.(File|RandomAccess).*")))
        .check(ENGINE);
  }

  @Test
  void timeIsAnArgument() {
    noClasses()
        .should()
        .dependOnClassesThat(named("java.time.Clock", "java.time.InstantSource"))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe("asks the machine", EngineDependencyTests::asksTheMachine))
        .check(ENGINE);
  }

  private static boolean asksTheMachine(JavaMethodCall call) {
    MethodCallTarget target = call.getTarget();
    return target.getOwner().getPackageName().startsWith("java.")
        && CLOCKS.contains(target.getName());
  }

  private static DescribedPredicate<JavaClass> arrayOfPrimitives() {
    return DescribedPredicate.describe(
        "primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    return DescribedPredicate.describe(
        "named " + Set.of(names), type -> Set.of(names).contains(type.getName()));
  }
}
