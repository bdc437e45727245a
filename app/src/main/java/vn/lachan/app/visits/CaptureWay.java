package vn.lachan.app.visits;

/** Who or what recorded a visit. */
public enum CaptureWay {
  OWN_PHONE(0),
  KEEPER_SCAN(1),
  KEEPER_TYPED(2),
  API(3),
  BATCH(4),
  PAPER(5),
  SIMULATED(6);

  private static final CaptureWay[] BY_CODE = values();

  private final int code;

  CaptureWay(int code) {
    this.code = code;
  }

  /** What the database stores; the codes count up from 0 in the order above. */
  int code() {
    return code;
  }

  static CaptureWay of(int code) {
    return BY_CODE[code];
  }
}
