package vn.lachan.engine.scan;

import org.jspecify.annotations.Nullable;

/**
 * A web address that holds a code: {@code /d/{code}} of a place, {@code /p/{code}} of a person. The
 * host is not looked at, because posters outlive domain names and the check character says enough;
 * nothing is ever fetched from it.
 */
final class WebAddress {
  private static final String PLACE_PATH = "/d/";
  private static final String PERSON_PATH = "/p/";

  private WebAddress() {}

  /** What the address holds, or null where the text is no web address. */
  static @Nullable Scanned read(String text) {
    String path = pathOf(text);
    if (path == null) {
      return null;
    }
    String code = path.substring(Math.min(path.length(), PLACE_PATH.length()));
    if (path.startsWith(PLACE_PATH)) {
      return Scanner.scanned(PlaceCode.parse(code));
    }
    if (path.startsWith(PERSON_PATH)) {
      return Scanner.scannedPerson(PersonalCode.parse(code));
    }
    return Refused.because(RefusalCode.ADDRESS_UNKNOWN);
  }

  /** The path without a closing slash, query and fragment. A scheme is not needed when typed. */
  private static @Nullable String pathOf(String text) {
    int host = startOfHost(text);
    if (host < 0) {
      return null;
    }
    int end = endOfPath(text, host);
    int path = text.indexOf('/', host);
    if (path < 0 || path >= end) {
      return "";
    }
    return text.substring(path, text.charAt(end - 1) == '/' ? end - 1 : end);
  }

  private static int startOfHost(String text) {
    for (String scheme : new String[] {"https://", "http://"}) {
      if (startsWithIgnoringCase(text, scheme)) {
        return scheme.length();
      }
    }
    boolean typed = text.contains(PLACE_PATH) || text.contains(PERSON_PATH);
    return typed ? 0 : -1;
  }

  private static int endOfPath(String text, int from) {
    for (int index = from; index < text.length(); index++) {
      if (text.charAt(index) == '?' || text.charAt(index) == '#') {
        return index;
      }
    }
    return text.length();
  }

  private static boolean startsWithIgnoringCase(String text, String upperOrLower) {
    if (text.length() < upperOrLower.length()) {
      return false;
    }
    for (int index = 0; index < upperOrLower.length(); index++) {
      if (TextCleaning.upperAscii(text.charAt(index))
          != TextCleaning.upperAscii(upperOrLower.charAt(index))) {
        return false;
      }
    }
    return true;
  }
}
