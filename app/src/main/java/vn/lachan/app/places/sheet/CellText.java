package vn.lachan.app.places.sheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A cell as text. Numbers are written out, dates and times as {@code 2021-07-01 08:00}. Of a
 * formula only the value that the spreadsheet last stored is taken; nothing is ever computed.
 */
final class CellText {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final Pattern OF_TIME = Pattern.compile("[dDyYhHsS]|mm");
  private static final int EXPONENT_MOST = 30;

  private CellText() {}

  static String of(Cell cell) {
    return switch (cell.getType()) {
      case EMPTY -> "";
      case STRING -> orEmpty(cell.asString());
      case NUMBER -> number(cell);
      case BOOLEAN, FORMULA, ERROR -> orEmpty(cell.getRawValue());
    };
  }

  private static String number(Cell cell) {
    BigDecimal number = cell.asNumber();
    if (number == null) {
      return orEmpty(cell.getRawValue());
    }
    if (isTime(cell.getDataFormatString()) && number.signum() >= 0) {
      return time(cell.asDate(), number);
    }
    boolean writable = Math.abs((long) number.precision() - number.scale()) <= EXPONENT_MOST;
    return writable ? number.stripTrailingZeros().toPlainString() : orEmpty(cell.getRawValue());
  }

  private static boolean isTime(@Nullable String format) {
    return format != null
        && !format.equalsIgnoreCase("general")
        && OF_TIME.matcher(NOT_PATTERN.matcher(format).replaceAll("")).find();
  }

  private static String time(LocalDateTime at, BigDecimal number) {
    if (number.compareTo(BigDecimal.ONE) < 0) {
      return TIME.format(at);
    }
    boolean wholeDay = at.toLocalTime().toSecondOfDay() == 0;
    return wholeDay ? DAY.format(at) : DAY.format(at) + " " + TIME.format(at);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
