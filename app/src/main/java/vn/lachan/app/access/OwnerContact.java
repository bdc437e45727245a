package vn.lachan.app.access;

import vn.lachan.engine.scan.PhoneNumber;

/** An owner's own name and phone, opened from their sealed row. */
public record OwnerContact(String name, PhoneNumber phone) {
  @Override
  public String toString() {
    return "OwnerContact[" + phone.masked() + "]";
  }
}
