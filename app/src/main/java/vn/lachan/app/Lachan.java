package vn.lachan.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import vn.lachan.app.program.Startup;

/** Where the program begins. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Lá Chắn")
public class Lachan {
  public static void main(String[] arguments) {
    System.exit(Startup.run(Lachan.class, arguments));
  }
}
