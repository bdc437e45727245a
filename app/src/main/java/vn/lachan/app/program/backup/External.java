package vn.lachan.app.program.backup;

/** An external PostgreSQL has its own tools; copying our empty folder would only feign safety. */
final class External {
  private External() {}

  static void refuse() {
    if (isUsed()) {
      throw Words.refusal("external");
    }
  }

  static boolean isUsed() {
    String url = System.getenv("LACHAN_DATABASE_URL");
    return url != null && !url.isBlank();
  }
}
