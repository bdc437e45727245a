package vn.lachan.engine.scan;

import java.util.List;

/** The form of one kind of code, and the refusals that tell how a text misses it. */
record CodeShape(
    int length,
    int constant,
    RefusalCode tooShort,
    RefusalCode tooLong,
    RefusalCode illegal,
    RefusalCode checkWrong) {

  /** The code's symbols in their one spelling, or what is wrong with the text. */
  Reading<String> read(String text) {
    if (text.length() > Scanner.TEXT_LIMIT) {
      return Reading.refuse(RefusalCode.TEXT_TOO_LONG, Scanner.TEXT_LIMIT);
    }
    StringBuilder symbols = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char written = text.charAt(index);
      if (TextCleaning.isSeparator(written)) {
        continue;
      }
      char symbol = Base32.symbolMeantBy(written);
      if (symbol == 0) {
        return refuseCharacter(symbols.length() + 1, text.codePointAt(index));
      }
      symbols.append(symbol);
    }
    return check(symbols.toString());
  }

  String group(String symbols) {
    StringBuilder grouped = new StringBuilder();
    for (int from = 0; from < symbols.length(); from += 4) {
      grouped.append(from == 0 ? "" : "-").append(symbols, from, from + 4);
    }
    return grouped.toString();
  }

  private Reading<String> check(String symbols) {
    if (symbols.length() < length) {
      return Reading.refuse(tooShort, length - symbols.length());
    }
    if (symbols.length() > length) {
      return Reading.refuse(tooLong, symbols.length() - length);
    }
    return Base32.isWhole(symbols, constant)
        ? new Reading.Accepted<>(symbols)
        : Reading.refuse(checkWrong);
  }

  private Reading<String> refuseCharacter(int position, int codePoint) {
    List<String> parameters = List.of(Integer.toString(position), TextCleaning.describe(codePoint));
    return new Reading.Rejected<>(new Refused(illegal, parameters));
  }
}
