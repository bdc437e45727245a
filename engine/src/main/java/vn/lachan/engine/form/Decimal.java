package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/**
 * A decimal number as written (FHIR R4, Data Types, decimal): at most {@value
 * FormLimits#WHOLE_DIGITS} digits before the point and {@value FormLimits#FRACTION_DIGITS} after
 * it, so that it is exact in a long, on the server as in a browser.
 *
 * @param millionths the number times 1,000,000
 * @param text the number as written, precision kept
 */
public record Decimal(long millionths, String text) implements Comparable<Decimal> {
  public static final Decimal ZERO = new Decimal(0, "0");

  private static final long MILLION = 1_000_000;
  private static final long LARGEST = 1_000_000_000_000L * MILLION;
  private static final int EXPONENT_MOST = 30;

  /** The number in its shortest writing. */
  public static Decimal ofMillionths(long millionths) {
    long whole = Math.abs(millionths / MILLION);
    long fraction = Math.abs(millionths % MILLION);
    StringBuilder text = new StringBuilder(millionths < 0 ? "-" : "").append(whole);
    if (fraction != 0) {
      String digits = Long.toString(MILLION + fraction).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 0, end);
    }
    return new Decimal(millionths, text.toString());
  }

  /** The number of a JSON number's text, null where it has too many digits or is none. */
  public static @Nullable Decimal parse(String text) {
    Scan scan = new Scan(text);
    int exponent = scan.readMantissa();
    if (!scan.good || scan.digits > FormLimits.WHOLE_DIGITS + FormLimits.FRACTION_DIGITS) {
      return null;
    }
    long millionths = scan.mantissa;
    int shift = exponent + FormLimits.FRACTION_DIGITS;
    for (; shift < 0 && millionths % 10 == 0 && millionths != 0; shift++) {
      millionths /= 10;
    }
    for (; shift > 0 && Math.abs(millionths) < LARGEST; shift--) {
      millionths *= 10;
    }
    boolean exact = millionths == 0 || shift == 0;
    return exact && Math.abs(millionths) < LARGEST ? new Decimal(millionths, text) : null;
  }

  public Decimal plus(Decimal other) {
    return ofMillionths(millionths + other.millionths);
  }

  /** Digits after the point as written. */
  int places() {
    int point = text.indexOf('.');
    int end = point;
    while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) >= '0') {
      if (text.charAt(end + 1) > '9') {
        break;
      }
      end++;
    }
    return end - point;
  }

  boolean isWhole() {
    return millionths % MILLION == 0;
  }

  @Override
  public int compareTo(Decimal other) {
    return Long.compare(millionths, other.millionths);
  }

  /** Reads sign, digits, point and exponent; the value is mantissa times ten to the exponent. */
  private static final class Scan {
    private final String text;
    private int at;
    private long mantissa;
    private int digits;
    private boolean good;

    Scan(String text) {
      this.text = text;
    }

    int readMantissa() {
      boolean negative = take('-');
      int start = at;
      readDigits();
      good = at > start && (at == start + 1 || text.charAt(start) != '0');
      int exponent = 0;
      if (take('.')) {
        int point = at;
        readDigits();
        exponent = point - at;
        good &= at > point;
      }
      if (take('e') || take('E')) {
        exponent += readExponent();
      }
      good &= at == text.length();
      mantissa = negative ? -mantissa : mantissa;
      return exponent;
    }

    private void readDigits() {
      while (at < text.length() && isDigit(text.charAt(at))) {
        int digit = text.charAt(at) - '0';
        digits += mantissa == 0 && digit == 0 ? 0 : 1;
        if (digits <= FormLimits.WHOLE_DIGITS + FormLimits.FRACTION_DIGITS) {
          mantissa = mantissa * 10 + digit;
        }
        at++;
      }
    }

    private int readExponent() {
      boolean negative = take('-');
      if (!negative) {
        take('+');
      }
      int exponent = 0;
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        exponent = Math.min(EXPONENT_MOST, exponent * 10 + text.charAt(at) - '0');
        at++;
      }
      good &= at > start;
      return negative ? -exponent : exponent;
    }

    private boolean take(char wanted) {
      boolean there = at < text.length() && text.charAt(at) == wanted;
      at += there ? 1 : 0;
      return there;
    }

    private static boolean isDigit(char character) {
      return character >= '0' && character <= '9';
    }
  }
}
