package vn.lachan.app.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * Somebody asks for a code.
 *
 * @param purpose what it is for, a word of the caller's such as {@code sign-in}
 * @param address the network address that asks; null where it is not known
 * @param browser what {@link OneTimeCodes#remember} gave this browser; null where it keeps nothing.
 *     What belongs to another phone, or was made up, counts as nothing
 */
public record CodeRequest(
    PhoneNumber phone,
    String purpose,
    Locale language,
    @Nullable String address,
    @Nullable String browser) {
  @Override
  public String toString() {
    return "CodeRequest[" + purpose + "]";
  }
}
