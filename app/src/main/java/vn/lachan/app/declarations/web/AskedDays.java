package vn.lachan.app.declarations.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * Two days as somebody chose them, each as it was typed, so that a page can show it again where it
 * is no day.
 *
 * @param from null where nothing was typed, or nothing that is a day
 * @param wrong the field that is wrong, "from" or "to"; null where both can be read
 */
public record AskedDays(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String typedFrom,
    String typedTo,
    @Nullable String wrong) {
  private static final int YEAR_LEAST = 1900;
  private static final int YEAR_MOST = 9999;
  private static final DateTimeFormatter AS_WRITTEN =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  public static AskedDays read(@Nullable String from, @Nullable String to) {
    String first = from == null ? "" : from.strip();
    String last = to == null ? "" : to.strip();
    LocalDate fromDay = day(first);
    LocalDate toDay = day(last);
    boolean fromWrong = fromDay == null && !first.isEmpty();
    boolean toWrong =
        (toDay == null && !last.isEmpty())
            || (fromDay != null && toDay != null && toDay.isBefore(fromDay));
    return new AskedDays(fromDay, toDay, first, last, fromWrong ? "from" : toWrong ? "to" : null);
  }

  /**
   * The same for an address that a page made itself.
   *
   * @throws Refusal {@code declarations.refused.day}
   */
  public AskedDays required() {
    if (wrong != null) {
      throw refusal();
    }
    return this;
  }

  public static Refusal refusal() {
    return Refusal.invalid("declarations.refused.day");
  }

  /** A day as browsers send it, or as it is written by hand; null where it is none. */
  static @Nullable LocalDate day(String text) {
    try {
      LocalDate day =
          text.indexOf('/') > 0 ? LocalDate.parse(text, AS_WRITTEN) : LocalDate.parse(text);
      return day.getYear() < YEAR_LEAST || day.getYear() > YEAR_MOST ? null : day;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
