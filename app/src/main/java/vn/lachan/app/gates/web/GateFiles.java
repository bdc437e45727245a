package vn.lachan.app.gates.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The scripts and the style of the gate's page as one set under one version, the hash of them all:
 * they name each other by relative addresses, and a page that lives for months without network must
 * never mix two sets.
 */
@Component
class GateFiles {
  private static final int VERSION_BYTES = 8;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;

  GateFiles() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:/assets/gates/device/*")) {
        files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
      }
      files.forEach(
          (name, content) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the gate's page", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  String version() {
    return version;
  }

  Iterable<String> names() {
    return files.keySet();
  }

  Optional<byte[]> find(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
