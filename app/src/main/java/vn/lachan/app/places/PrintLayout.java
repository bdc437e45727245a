package vn.lachan.app.places;

import java.util.Arrays;
import java.util.Locale;
import vn.lachan.app.kernel.Refusal;

/**
 * How posters share a page of A4. Only {@link #POSTER} is as large as guidance 2665/STTTT-CNTT of
 * Hà Nội asks of a sheet at the door (15 x 15 cm); the others are cards for counters and tables.
 */
public enum PrintLayout {
  POSTER(1, 1, false),
  TWO(1, 2, true),
  FOUR(2, 2, false),
  EIGHT(2, 4, true);

  private final int columns;
  private final int rows;
  private final boolean turned;

  PrintLayout(int columns, int rows, boolean turned) {
    this.columns = columns;
    this.rows = rows;
    this.turned = turned;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PrintLayout of(String key) {
    return Arrays.stream(values())
        .filter(layout -> layout.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.print.refused.layout"));
  }

  public int perPage() {
    return columns * rows;
  }

  /** Whether the sheet for a door would be too small to be read. */
  boolean isSmall() {
    return perPage() > 2;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /**
   * Where the poster lies on the page: the six numbers of a PDF matrix.
   *
   * @param width of the page
   * @param height of the page
   */
  float[] matrix(int at, float width, float height) {
    float cellWidth = width / columns;
    float cellHeight = height / rows;
    float left = at % columns * cellWidth;
    float bottom = height - (at / columns + 1) * cellHeight;
    if (!turned) {
      float scale = cellWidth / width;
      return new float[] {scale, 0, 0, scale, left, bottom};
    }
    float scale = Math.min(cellWidth / height, cellHeight / width);
    return new float[] {0, scale, -scale, 0, left + scale * height, bottom};
  }
}
