package vn.lachan.scanner.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The classes that a module was made of, each with the hash of its file. */
record Ingredients(Path file) {
  private static final String COMPILER = "org.teavm.tooling.TeaVMTool";

  /** True where a class is another than then, or nothing is remembered. */
  boolean changed() throws IOException {
    if (!Files.exists(file)) {
      return true;
    }
    for (String line : Files.readAllLines(file)) {
      int blank = line.indexOf(' ');
      if (!line.substring(0, blank).equals(hash(line.substring(blank + 1)))) {
        return true;
      }
    }
    return false;
  }

  void write(List<String> classes) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(hash(COMPILER) + " " + COMPILER);
    for (String name : classes) {
      lines.add(hash(name) + " " + name);
    }
    Files.write(file, lines);
  }

  /** Of a class that the compiler brings under another name, nothing is known: the compiler is. */
  private static String hash(String name) throws IOException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream bytes = Ingredients.class.getClassLoader().getResourceAsStream(resource)) {
      if (bytes == null) {
        return "-";
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(bytes.readAllBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
