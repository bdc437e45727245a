package vn.lachan.app.residents.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of devices calls a browser: its kind and system, never a version or model. */
final class BrowserKind {
  private static final int READ_MOST = 400;

  private BrowserKind() {}

  static String of(@Nullable String userAgent) {
    String text =
        userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), READ_MOST));
    String browser =
        first(
            text,
            List.of("Edg", "Firefox", "FxiOS", "SamsungBrowser", "CriOS", "Chrome", "Safari"));
    String system = first(text, List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"));
    return "%s · %s".formatted(shown(browser), system.isEmpty() ? "?" : system);
  }

  private static String first(String text, List<String> marks) {
    return marks.stream().filter(text::contains).findFirst().orElse("");
  }

  private static String shown(String mark) {
    return switch (mark) {
      case "" -> "?";
      case "Edg" -> "Edge";
      case "FxiOS" -> "Firefox";
      case "CriOS" -> "Chrome";
      case "SamsungBrowser" -> "Samsung Internet";
      default -> mark;
    };
  }
}
