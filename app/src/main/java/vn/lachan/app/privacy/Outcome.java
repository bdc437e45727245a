package vn.lachan.app.privacy;

/** How a request is answered. */
public enum Outcome {
  GRANTED,
  PARTLY,
  REFUSED
}
