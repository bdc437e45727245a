package vn.lachan.app.program.backup;

import java.util.Collection;
import java.util.stream.Collectors;

/** Versions of the master key as its file writes them, so that an operator can compare. */
final class MasterVersions {
  private MasterVersions() {}

  static String text(Collection<Integer> versions) {
    return versions.stream().map(Integer::toUnsignedString).collect(Collectors.joining(", "));
  }
}
