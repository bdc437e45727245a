package vn.lachan.app.places;

/**
 * A place's code for a page: one SVG path in a square of {@code size} units, white rim included.
 */
public record QrPreview(int size, String path) {
  public static QrPreview of(String address) {
    QrMatrix code = QrMatrix.of(address);
    return new QrPreview(code.size() + 2 * QrMatrix.QUIET_MODULES, code.svgPath());
  }
}
