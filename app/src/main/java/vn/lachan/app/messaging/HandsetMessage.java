package vn.lachan.app.messaging;

import java.time.Instant;

/** A message on the drill's simulated handset. */
public record HandsetMessage(Instant at, String phone, String text) {
  private static final int SHOWN_FIRST = 5;
  private static final int SHOWN_LAST = 3;

  /** The number with its middle hidden: somebody may have typed a real one. */
  public String maskedPhone() {
    return phone.length() <= SHOWN_FIRST + SHOWN_LAST
        ? "***"
        : "+"
            + phone.substring(0, SHOWN_FIRST)
            + "***"
            + phone.substring(phone.length() - SHOWN_LAST);
  }

  @Override
  public String toString() {
    return "HandsetMessage[" + at + "]";
  }
}
