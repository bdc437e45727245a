package vn.lachan.app.program;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns the program's few words about encryption into the server's many: a PEM pair, which is read
 * again when its files change, a local authority for {@code --lan}, or a trusted proxy in front.
 */
final class EncryptionInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private final @Nullable LocalAuthority local;

  EncryptionInitializer(@Nullable LocalAuthority local) {
    this.local = local;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Map<String, Object> derived = new LinkedHashMap<>();
    String certificate = environment.getProperty("program.certificate");
    String key = environment.getProperty("program.private-key");
    if (certificate != null && key != null) {
      encrypt(derived, Path.of(certificate), Path.of(key));
    } else if (certificate != null || key != null) {
      throw new OperatingException(
          "Set both program.certificate and program.private-key, or none.");
    } else if (local != null) {
      encrypt(derived, local.serverCertificate(), local.serverKey());
    }
    if (environment.getProperty("program.trust-forwarded-headers", Boolean.class, false)) {
      derived.put("server.forward-headers-strategy", "native");
    }
    environment.getPropertySources().addFirst(new MapPropertySource("encryption", derived));
  }

  private static void encrypt(Map<String, Object> derived, Path certificate, Path key) {
    String bundle = "spring.ssl.bundle.pem.program.";
    derived.put("program.certificate", certificate.toString());
    derived.put("program.private-key", key.toString());
    derived.put(bundle + "keystore.certificate", "file:" + certificate.toAbsolutePath());
    derived.put(bundle + "keystore.private-key", "file:" + key.toAbsolutePath());
    derived.put(bundle + "reload-on-update", "true");
    derived.put("server.ssl.bundle", "program");
  }
}
