package vn.lachan.app.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.HoursTokens.Kind;
import vn.lachan.app.places.HoursTokens.Token;
import vn.lachan.app.places.OpeningHours.Interval;

/**
 * Opening hours as people write them: "7h-17h", "T2-T7 7:00-21:00; CN 8h - 12h", "Thứ Hai đến thứ
 * Sáu: sáng 7h30-11h30, chiều 1h30-5h", "24/24". What is not understood wholly is refused, never
 * guessed. Hours without days are those of every day.
 */
final class HoursWords {
  private static final int DAY = OpeningHours.DAY_MINUTES;
  private static final List<Integer> ALL_DAYS = List.of(1, 2, 3, 4, 5, 6, 7);
  private static final Pattern ALWAYS =
      Pattern.compile(
          "24\\s*/\\s*24h?|24\\s*/\\s*7|24h|cả ngày|suốt ngày|mọi giờ|mọi lúc|luôn mở|always");

  private final Set<Integer> days = new TreeSet<>();
  private final List<Interval> intervals = new ArrayList<>();
  private final List<Token> tokens;
  private int at;

  private HoursWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws IllegalArgumentException for what is not understood
   */
  static OpeningHours parse(String typed) {
    if (typed.length() > HoursText.TEXT_LIMIT) {
      throw new IllegalArgumentException("Opening hours are too long");
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
    if (ALWAYS.matcher(text).matches()) {
      return OpeningHours.ALWAYS;
    }
    var words = new HoursWords(HoursTokens.of(text));
    while (words.at < words.tokens.size()) {
      words.readGroup();
    }
    if (words.intervals.isEmpty()) {
      throw new IllegalArgumentException("Hours are missing");
    }
    return new OpeningHours(words.intervals);
  }

  /** "T2-T6 07:00-11:30, 13:30-17:00; CN 08:00-12:00": {@link #parse} reads it back. */
  static String write(OpeningHours hours) {
    return hours.isAlways()
        ? "24/24"
        : Arrays.stream(hours.text().split("; ", -1))
            .map(part -> part.split(" ", -1))
            .map(
                words ->
                    days(words[0])
                        + " "
                        + String.join(", ", Arrays.asList(words).subList(1, words.length)))
            .collect(Collectors.joining("; "));
  }

  private static String days(String digits) {
    return digits.equals("1-7")
        ? "Hằng ngày"
        : Arrays.stream(digits.split("-", -1))
            .map(digit -> digit.equals("7") ? "CN" : "T" + (Integer.parseInt(digit) + 1))
            .collect(Collectors.joining("-"));
  }

  /** Days, then hours, up to the next days. */
  private void readGroup() {
    if (skips(Kind.NEXT)) {
      return;
    }
    days.clear();
    while (is(Kind.DAY) || is(Kind.DAILY)) {
      readDays();
    }
    if (days.isEmpty()) {
      days.addAll(ALL_DAYS);
    }
    boolean afternoon = false;
    do {
      if (is(Kind.PART)) {
        afternoon = next().value() == 1;
      }
      readHours(afternoon);
      while (skips(Kind.NEXT)) {
        // Hours of the same days may follow.
      }
    } while (is(Kind.TIME) || is(Kind.PART));
  }

  private void readDays() {
    Token first = next();
    if (first.kind() == Kind.DAILY) {
      days.addAll(ALL_DAYS);
      return;
    }
    int last = first.value();
    if (skips(Kind.DASH)) {
      last = expect(Kind.DAY).value();
    }
    if (last < first.value()) {
      throw new IllegalArgumentException("Days run from Monday to Sunday");
    }
    for (int day = first.value(); day <= last; day++) {
      days.add(day);
    }
  }

  private void readHours(boolean afternoon) {
    int from = expect(Kind.TIME).value();
    boolean early = suffixed(false);
    boolean late = suffixed(true);
    expect(Kind.DASH);
    int to = expect(Kind.TIME).value();
    boolean lateEnd = !suffixed(false) && suffixed(true);
    from = (afternoon || (!early && late)) && from < DAY / 2 ? from + DAY / 2 : from;
    boolean moves = lateEnd || (afternoon && from < to + DAY / 2);
    to = moves && to < DAY / 2 ? to + DAY / 2 : to;
    if (from >= DAY) {
      throw new IllegalArgumentException("A day has 24 hours");
    }
    for (int day : days) {
      int midnight = (day - 1) * DAY;
      intervals.add(new Interval(midnight + from, midnight + (to <= from ? to + DAY : to)));
    }
  }

  /** "5h chiều": a part of the day behind an hour, unless another hour follows it. */
  private boolean suffixed(boolean afternoon) {
    Token token = peek(0);
    Token after = peek(1);
    boolean behind =
        token != null
            && token.kind() == Kind.PART
            && (token.value() == 1) == afternoon
            && (after == null || after.kind() != Kind.TIME);
    at += behind ? 1 : 0;
    return behind;
  }

  private boolean is(Kind kind) {
    Token token = peek(0);
    return token != null && token.kind() == kind;
  }

  private boolean skips(Kind kind) {
    boolean skipped = is(kind);
    at += skipped ? 1 : 0;
    return skipped;
  }

  private Token expect(Kind kind) {
    if (!is(kind)) {
      throw new IllegalArgumentException("Expected " + kind);
    }
    return next();
  }

  private Token next() {
    Token token = Objects.requireNonNull(peek(0));
    at++;
    return token;
  }

  private @Nullable Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
  }
}
