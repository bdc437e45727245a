package vn.lachan.app.access.web;

/** An address within this program, so that no link can send somebody elsewhere after sign-in. */
final class LocalPath {
  private static final int MOST_CHARACTERS = 2000;

  private LocalPath() {}

  /** The path itself, or the first page where it is anything else. */
  static String of(String path) {
    boolean local =
        path.startsWith("/")
            && !path.startsWith("//")
            && path.length() <= MOST_CHARACTERS
            && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '{' && c != '}');
    return local ? path : "/";
  }
}
