package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the answers of one question: their number, types, options and bounds. */
final class AnswerChecker {
  private final Checker checker;

  AnswerChecker(Checker checker) {
    this.checker = checker;
  }

  void check(String path, Item item, ResponseItem content) {
    List<Answer> answers = content.answers();
    if (answers.size() > 1 && !item.repeats()) {
      checker.add(path, item.linkId(), FaultCode.ANSWERS_TOO_MANY);
    }
    for (int index = 0; index < answers.size(); index++) {
      String place = path + ".answer[" + index + "]";
      Value value = answers.get(index).value();
      FaultCode fault = fault(item, value);
      if (fault != null) {
        checker.add(place, item.linkId(), fault);
      }
      Option option = item.option(value);
      if (option != null && option.exclusive() && answers.size() > 1) {
        checker.add(place, item.linkId(), FaultCode.ANSWER_EXCLUSIVE);
      }
    }
  }

  private static @Nullable FaultCode fault(Item item, Value value) {
    if (!item.type().takes(value)) {
      return FaultCode.ANSWER_TYPE_WRONG;
    }
    if (item.type().isChoice()) {
      return choiceFault(item, value);
    }
    if (item.type() == ItemType.QUANTITY && !isOfferedUnit(item, value)) {
      return FaultCode.ANSWER_UNIT_WRONG;
    }
    FaultCode length = lengthFault(item, value);
    return length != null ? length : boundFault(item.bounds(), value);
  }

  private static @Nullable FaultCode choiceFault(Item item, Value value) {
    if (item.option(value) != null) {
      return null;
    }
    if (item.type() == ItemType.CHOICE || !(value instanceof Value.Words(String text))) {
      return isTypeOffered(item, value)
          ? FaultCode.ANSWER_NOT_OFFERED
          : FaultCode.ANSWER_TYPE_WRONG;
    }
    for (Option option : item.options()) {
      if (option.value() instanceof Value.Code && option.text().isAnyLanguages(text)) {
        return FaultCode.ANSWER_IS_AN_OPTION;
      }
    }
    return lengthFault(item, value);
  }

  private static boolean isTypeOffered(Item item, Value value) {
    for (Option option : item.options()) {
      if (option.value().getClass() == value.getClass()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfferedUnit(Item item, Value value) {
    List<Option> units = item.bounds().units();
    if (units.isEmpty() || !(value instanceof Value.Amount amount)) {
      return true;
    }
    for (Option unit : units) {
      if (unit.value() instanceof Value.Code code
          && new Value.Code(amount.system(), amount.code() == null ? "" : amount.code(), null)
              .sameAs(code)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable FaultCode lengthFault(Item item, Value value) {
    Integer most = item.bounds().maxLength();
    Integer least = item.bounds().minLength();
    String text = value.shown();
    int length = text.codePointCount(0, text.length());
    if (length > FormLimits.ANSWER_CHARACTERS || (most != null && length > most)) {
      return FaultCode.ANSWER_TOO_LONG;
    }
    if (least != null && length < least) {
      return FaultCode.ANSWER_TOO_SHORT;
    }
    boolean oneLine = item.type() == ItemType.STRING;
    return oneLine && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0)
        ? FaultCode.ANSWER_HAS_LINE_BREAK
        : null;
  }

  private static @Nullable FaultCode boundFault(Bounds bounds, Value value) {
    Integer toLeast = bounds.min() == null ? null : Comparison.order(value, bounds.min());
    Integer toMost = bounds.max() == null ? null : Comparison.order(value, bounds.max());
    if (toLeast != null && toLeast < 0) {
      return FaultCode.ANSWER_TOO_SMALL;
    }
    if (toMost != null && toMost > 0) {
      return FaultCode.ANSWER_TOO_LARGE;
    }
    Integer places = bounds.maxDecimalPlaces();
    return places != null
            && value instanceof Value.Numeric(Decimal number)
            && number.places() > places
        ? FaultCode.ANSWER_TOO_PRECISE
        : null;
  }
}
