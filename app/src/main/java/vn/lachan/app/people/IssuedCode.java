package vn.lachan.app.people;

import java.time.LocalDate;
import java.util.UUID;
import vn.lachan.engine.scan.SignedCode;

/**
 * A code just signed.
 *
 * @param issue its number, by which it is revoked
 * @param text what a QR holds; of a device, what the device completes
 */
public record IssuedCode(
    UUID issue, SignedCode.Kind kind, String text, LocalDate firstDay, LocalDate lastDay) {
  @Override
  public String toString() {
    return "IssuedCode[" + issue + "]";
  }
}
