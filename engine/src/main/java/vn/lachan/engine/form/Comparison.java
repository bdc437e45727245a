package vn.lachan.engine.form;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Order and equality of values; values of different types have neither. */
final class Comparison {
  private Comparison() {}

  static boolean isEqual(Value one, Value other) {
    if (one instanceof Value.Truth || one instanceof Value.Words) {
      return one.equals(other);
    }
    if (one instanceof Value.Code mine && other instanceof Value.Code theirs) {
      return mine.code().equals(theirs.code()) && Objects.equals(mine.system(), theirs.system());
    }
    Integer order = order(one, other);
    return order != null && order == 0;
  }

  /** Negative, zero or positive; null where the two cannot be compared. */
  static @Nullable Integer order(Value one, Value other) {
    if (one instanceof Value.Words(String mine) && other instanceof Value.Words(String theirs)) {
      return mine.compareTo(theirs);
    }
    if (one instanceof Value.Time(String mine) && other instanceof Value.Time(String theirs)) {
      return Dates.compareTimes(mine, theirs);
    }
    if (one instanceof Value.Amount mine && other instanceof Value.Amount theirs) {
      return sameUnit(mine, theirs) ? mine.number().compareTo(theirs.number()) : null;
    }
    Decimal number = number(one);
    Decimal otherNumber = number(other);
    if (number != null && otherNumber != null) {
      return number.compareTo(otherNumber);
    }
    String date = date(one);
    String otherDate = date(other);
    return date != null && otherDate != null ? Dates.compare(date, otherDate) : null;
  }

  /** Equal where both state a code or unit, or neither does: nothing is converted. */
  static boolean sameUnit(Value.Amount one, Value.Amount other) {
    if (one.code() != null && other.code() != null) {
      return one.code().equals(other.code()) && Objects.equals(one.system(), other.system());
    }
    return Objects.equals(one.unit(), other.unit());
  }

  private static @Nullable Decimal number(Value value) {
    return switch (value) {
      case Value.Whole(int whole) -> Decimal.ofMillionths(whole * 1_000_000L);
      case Value.Numeric(Decimal decimal) -> decimal;
      default -> null;
    };
  }

  private static @Nullable String date(Value value) {
    return switch (value) {
      case Value.Day(String text) -> text;
      case Value.Moment(String text) -> text;
      default -> null;
    };
  }
}
