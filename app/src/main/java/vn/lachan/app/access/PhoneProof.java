package vn.lachan.app.access;

import java.time.Instant;
import vn.lachan.engine.scan.PhoneNumber;

/** That somebody held a phone at a time. Only this module makes one. */
public final class PhoneProof {
  private final PhoneNumber phone;
  private final String purpose;
  private final Instant provedAt;

  PhoneProof(PhoneNumber phone, String purpose, Instant provedAt) {
    this.phone = phone;
    this.purpose = purpose;
    this.provedAt = provedAt;
  }

  public PhoneNumber phone() {
    return phone;
  }

  /** What the proof was asked for; it should serve nothing else. */
  public String purpose() {
    return purpose;
  }

  public Instant provedAt() {
    return provedAt;
  }
}
