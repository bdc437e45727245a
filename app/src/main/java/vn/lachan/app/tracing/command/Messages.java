package vn.lachan.app.tracing.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.lachan.engine.tracing.ReasonWords;

/** The command's texts in the reader's language: Vietnamese unless English is asked for. */
final class Messages {
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final boolean english;
  private final ResourceBundle texts;

  Messages(boolean english) {
    this.english = english;
    Locale locale = english ? Locale.ENGLISH : Locale.ROOT;
    texts = ResourceBundle.getBundle("tracing/command", locale, NO_FALLBACK);
  }

  /** Arguments are inserted as they are: a line number must not get thousand separators. */
  String say(String key, Object... arguments) {
    var plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(plain);
  }

  ReasonWords reasonWords() {
    return english ? ReasonWords.ENGLISH : ReasonWords.VIETNAMESE;
  }
}
