package vn.lachan.app.visits;

/** How a departure is known; of two kinds the later one in this list wins. */
public enum DepartureKind {
  INFERRED(0),
  KEYED(1),
  SCANNED(2);

  private static final DepartureKind[] BY_CODE = values();

  private final int code;

  DepartureKind(int code) {
    this.code = code;
  }

  /** What the database stores; the codes count up from 0 in the order above. */
  int code() {
    return code;
  }

  static DepartureKind of(int code) {
    return BY_CODE[code];
  }
}
