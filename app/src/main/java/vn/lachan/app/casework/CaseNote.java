package vn.lachan.app.casework;

import java.time.Instant;

/** An opened note; {@link #toString} does not show it. */
public record CaseNote(String text, String by, Instant at) {
  @Override
  public String toString() {
    return "CaseNote[" + at + "]";
  }
}
