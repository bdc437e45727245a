package vn.lachan.app.program.backup;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say: one line in Vietnamese, one in English. */
final class Words {
  private static final ResourceBundle VIETNAMESE =
      ResourceBundle.getBundle("messages.program", Locale.ROOT);
  private static final ResourceBundle ENGLISH =
      ResourceBundle.getBundle("messages.program", Locale.ENGLISH);

  private Words() {}

  static String both(String key, Object... values) {
    return text(VIETNAMESE, key, Locale.of("vi"), values)
        + "\n"
        + text(ENGLISH, key, Locale.ENGLISH, values);
  }

  /** A refusal of the command, with its code at the end so that it can be looked up. */
  static BackupRefusal refusal(String code, Object... values) {
    return new BackupRefusal(
        code, both("program.backup.refusal." + code, values) + "\n[" + code + "]");
  }

  private static String text(ResourceBundle bundle, String key, Locale locale, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** Why a backup was not made or not restored. */
  static final class BackupRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BackupRefusal(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
