package vn.lachan.app.people;

import org.jspecify.annotations.Nullable;

/**
 * A code for a badge with what is printed beside it.
 *
 * @param name null where nobody knows it
 */
public record PrintedCode(IssuedCode code, @Nullable String name) {
  @Override
  public String toString() {
    return "PrintedCode[" + code.issue() + "]";
  }
}
