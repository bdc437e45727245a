package vn.lachan.app.visits;

/** Who or what recorded a visit; stored as its ordinal, so new ways come last. */
public enum CaptureWay {
  OWN_PHONE,
  KEEPER_SCAN,
  KEEPER_TYPED,
  API,
  BATCH,
  PAPER,
  SIMULATED
}
