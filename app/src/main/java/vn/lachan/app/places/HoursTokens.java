package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of {@link HoursWords}: days 1 to 7, minutes of a day, parts of a day. */
final class HoursTokens {
  private static final List<String> DAY_NAMES = List.of("hai", "ba", "tu", "nam", "sau", "bay");
  private static final Pattern TIME_PARTS = Pattern.compile("(\\d{1,2})\\D*(\\d{2})?\\D*");

  /** What none of these matches is not understood. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<day>(?:thứ|thu|t)\\s*(?:[2-7]|hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bẩy|bay)"
              + "(?![\\p{L}\\d])|chủ\\s*nhật|chu\\s*nhat|cn(?!\\p{L}))"
              + "|(?<daily>h[àằ]ng\\s*ngày|hang\\s*ngay|mỗi\\s*ngày|các\\s*ngày|cả\\s*tuần|daily)"
              + "|(?<time>\\d{1,2}\\s*(?:[:h.]\\s*[0-5]\\d(?!\\d)|giờ\\s*[0-5]\\d(?!\\d)|h|giờ|:)?)"
              + "|(?<dash>-|–|—|~|→|đến|tới|den)"
              + "|(?<part>sáng|trưa|chiều|tối|đêm)"
              + "|(?<next>[;\\n|,+&]|và)"
              + "|(?<blank>[\\s.:()/]+|từ|lúc|giờ|mở cửa|phút)");

  enum Kind {
    DAY,
    DAILY,
    TIME,
    DASH,
    /** Value 1 is after noon. */
    PART,
    NEXT
  }

  record Token(Kind kind, int value) {}

  private HoursTokens() {}

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.region(at, text.length()).lookingAt()) {
        throw new IllegalArgumentException("Not understood");
      }
      at = matcher.end();
      add(matcher, tokens);
    }
    return withoutCommasBetweenDays(tokens);
  }

  private static void add(Matcher matcher, List<Token> tokens) {
    if (matcher.group("day") != null) {
      tokens.add(new Token(Kind.DAY, day(matcher.group("day"))));
    } else if (matcher.group("daily") != null) {
      tokens.add(new Token(Kind.DAILY, 0));
    } else if (matcher.group("time") != null) {
      tokens.add(new Token(Kind.TIME, minutes(matcher.group("time"))));
    } else if (matcher.group("dash") != null) {
      tokens.add(new Token(Kind.DASH, 0));
    } else if (matcher.group("part") != null) {
      boolean afternoon = List.of("chiều", "tối", "đêm").contains(matcher.group("part"));
      tokens.add(new Token(Kind.PART, afternoon ? 1 : 0));
    } else if (matcher.group("next") != null) {
      tokens.add(new Token(Kind.NEXT, 0));
    }
  }

  /** "T2, T4, T6 7h-17h" are days of one group. */
  private static List<Token> withoutCommasBetweenDays(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean between =
          tokens.get(i).kind() == Kind.NEXT
              && i > 0
              && i + 1 < tokens.size()
              && tokens.get(i - 1).kind() == Kind.DAY
              && tokens.get(i + 1).kind() == Kind.DAY;
      if (!between) {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }

  private static int day(String word) {
    if (word.startsWith("c")) {
      return 7;
    }
    String name = word.replaceFirst("^(?:thứ|thu|t)\\s*", "");
    return Character.isDigit(name.charAt(0))
        ? name.charAt(0) - '1'
        : DAY_NAMES.indexOf(PlaceText.fold(name)) + 1;
  }

  private static int minutes(String time) {
    Matcher parts = TIME_PARTS.matcher(time);
    if (!parts.matches()) {
      throw new IllegalArgumentException("No such time");
    }
    int minutes = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    int total = Integer.parseInt(parts.group(1)) * 60 + minutes;
    if (total > OpeningHours.DAY_MINUTES) {
      throw new IllegalArgumentException("A day has 24 hours");
    }
    return total;
  }
}
