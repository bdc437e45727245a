package vn.lachan.app.casework;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.Identity;

/** A row of a list with identity; null where the identity is out of reach or destroyed. */
public record ExportRow(CaseContact contact, @Nullable Identity identity) {
  @Override
  public String toString() {
    return "ExportRow[" + contact.who().publicId() + "]";
  }
}
