package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;

/**
 * Every front door asks who comes in: each method takes the actor first, or says why it need not.
 * Front doors are found, not listed: what is public, is a bean and belongs to a module with data.
 */
class FrontDoorTests {
  private static final Set<String> WITHOUT_DATA = Set.of("kernel", "program", "demo");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.lachan.app");

  @Test
  void theKnownFrontDoorsAreFound() {
    Set<String> names =
        doors().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names)
        .contains(
            "Accounts",
            "Audit",
            "Cases",
            "Keepers",
            "Messages",
            "OneTimeCodes",
            "People",
            "Places",
            "Tokens",
            "Traces",
            "Units",
            "VisitStore",
            "Visits");
  }

  @Test
  void everyMethodTakesTheActorOrSaysWhyNot() {
    List<String> silent =
        doors().stream()
            .filter(door -> !door.isAnnotatedWith(Inside.class))
            .flatMap(door -> door.getMethods().stream())
            .filter(FrontDoorTests::isCalledFromOutside)
            .filter(method -> !method.isAnnotatedWith(Inside.class))
            .filter(method -> !takesActorFirst(method))
            .map(JavaMethod::getFullName)
            .sorted()
            .toList();
    assertThat(silent).as("front-door methods without an actor or @Inside").isEmpty();
  }

  @Test
  void everyReasonIsSaid() {
    List<String> empty =
        doors().stream()
            .flatMap(door -> door.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Inside.class))
            .filter(method -> method.getAnnotationOfType(Inside.class).value().isBlank())
            .map(JavaMethod::getFullName)
            .toList();
    assertThat(empty).isEmpty();
  }

  private static List<JavaClass> doors() {
    return CLASSES.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> !WITHOUT_DATA.contains(moduleOf(type)))
        .filter(type -> !type.getPackageName().endsWith(".web"))
        .filter(FrontDoorTests::isBean)
        .toList();
  }

  /**
   * A public bean, or a public interface that a bean of the same module implements. An interface
   * that only higher modules implement is what its module asks of them, no door into it.
   */
  private static boolean isBean(JavaClass type) {
    return type.isMetaAnnotatedWith(Component.class)
        || (type.isInterface()
            && type.getAllSubclasses().stream()
                .anyMatch(
                    made ->
                        made.isMetaAnnotatedWith(Component.class)
                            && moduleOf(made).equals(moduleOf(type))));
  }

  private static boolean isCalledFromOutside(JavaMethod method) {
    return method.getModifiers().contains(JavaModifier.PUBLIC)
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static boolean takesActorFirst(JavaMethod method) {
    return !method.getRawParameterTypes().isEmpty()
        && method.getRawParameterTypes().getFirst().isEquivalentTo(Actor.class);
  }

  private static String moduleOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 3 ? parts[3] : "";
  }
}
