package vn.lachan.app.program.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The commands run as the user whose files they are: started by another one, root included, the
 * database would leave files that the service can no longer read.
 */
final class Ownership {
  private Ownership() {}

  static void refuseOther(Path files) {
    try {
      String owner = Files.getOwner(files).getName();
      String user = System.getProperty("user.name");
      if (!owner.equals(user)) {
        throw Words.refusal("other-user", owner, user);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot see who owns " + files, e);
    }
  }
}
