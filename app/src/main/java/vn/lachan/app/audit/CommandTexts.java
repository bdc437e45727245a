package vn.lachan.app.audit;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The command's texts: Vietnamese unless English is asked for by {@code --lang} or the system. */
final class CommandTexts {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle texts;

  private CommandTexts(boolean english) {
    Locale locale = english ? Locale.ENGLISH : Locale.ROOT;
    texts = ResourceBundle.getBundle("audit/command", locale, NO_FALLBACK);
  }

  static CommandTexts of(List<String> arguments, Map<String, String> environment) {
    int option = arguments.indexOf("--lang");
    if (option >= 0 && option + 1 < arguments.size()) {
      return new CommandTexts(arguments.get(option + 1).equals("en"));
    }
    return new CommandTexts(environment.getOrDefault("LANG", "").startsWith("en"));
  }

  /** Arguments are inserted as they are: a block's number gets no thousand separators. */
  String say(String key, Object... arguments) {
    var plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(plain);
  }

  String say(Finding finding) {
    String key = "finding." + finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String detail = finding.detail();
    return say(key, finding.block(), finding.entry(), detail == null ? "" : detail);
  }
}
