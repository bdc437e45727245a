package vn.lachan.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import vn.lachan.app.program.Startup;

/** Where the program begins. Modules may name classes alike, so beans bear their full names. */
@SpringBootApplication(
    proxyBeanMethods = false,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(systemName = "Lá Chắn")
public class Lachan {
  public static void main(String[] arguments) {
    System.exit(Startup.run(Lachan.class, arguments));
  }
}
