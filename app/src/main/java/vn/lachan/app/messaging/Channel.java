package vn.lachan.app.messaging;

/** A way to a phone. */
interface Channel {
  String name();

  boolean isReady();

  Outcome send(String phone, String text);

  /** What became of a try. */
  enum Outcome {
    SENT,
    /** Never to be tried again. */
    REFUSED,
    /** Certainly not sent; worth another try. */
    LATER,
    /** Perhaps sent. */
    UNKNOWN,
    /** The owner has nothing to say any more. */
    GONE
  }
}
