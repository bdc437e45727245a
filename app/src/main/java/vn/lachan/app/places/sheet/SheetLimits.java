package vn.lachan.app.places.sheet;

/**
 * What a table may be at most. A cell that is longer is cut: every column that is read has a
 * smaller limit of its own, so what was cut is refused there.
 *
 * @param rows rows that hold anything
 * @param columns the last column that holds anything
 * @param inflatedBytes all parts of an XLSX file together, unpacked
 * @param ratio how many times larger than packed one part may be once it passes a megabyte
 * @param entries parts of an XLSX file
 */
public record SheetLimits(int rows, int columns, long inflatedBytes, int ratio, int entries) {
  static final int CELL_CHARACTERS_MOST = 2_000;
}
