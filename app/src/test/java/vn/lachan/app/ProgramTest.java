package vn.lachan.app;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.test.context.ContextConfiguration;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.Startup;

/**
 * A test of the whole program: started once for all classes that carry this, on a random port, with
 * a database and keys of its own. {@link Browser} walks through its pages. Classes share the
 * database, so each makes its own accounts, places and people and looks only at these; adding
 * properties or beans to a class would start another copy.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Lachan.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "program.drill=true",
      "program.data-folder=target/test-data",
      "access.hashing-memory-kilobytes=1024",
      "access.hashing-iterations=1",
      "places.coverage.every=1s",
      "gates.answer-millis=2000"
    })
@ContextConfiguration(initializers = ProgramTest.Beans.class)
public @interface ProgramTest {
  /** Gives the program a fresh database and fresh keys. */
  class Beans implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      context.getBeanFactory().registerSingleton("noTestClasses", new NoTestClasses());
      TestDatabase database = TestDatabase.create();
      Startup.beans(Keyring.generate(), CompletableFuture.completedFuture(database.access()))
          .initialize(context);
    }
  }

  /** Beans that other tests declare for themselves are no part of the program. */
  class NoTestClasses extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
      return reader.getResource().getURL().getPath().contains("/test-classes/");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof NoTestClasses;
    }

    @Override
    public int hashCode() {
      return NoTestClasses.class.hashCode();
    }
  }
}
