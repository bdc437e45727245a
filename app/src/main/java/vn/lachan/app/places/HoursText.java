package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lachan.app.places.OpeningHours.Interval;

/** The written form of opening hours. Reading and writing are each other's inverse. */
final class HoursText {
  static final int TEXT_LIMIT = 500;
  private static final int DAY = OpeningHours.DAY_MINUTES;
  private static final int WEEK = OpeningHours.WEEK_MINUTES;
  private static final String ALWAYS = "always";
  private static final Pattern DAYS = Pattern.compile("daily|([1-7])(?:-([1-7]))?");
  private static final Pattern HOURS =
      Pattern.compile("([0-2]?\\d):([0-5]\\d)-([0-2]?\\d):([0-5]\\d)");

  private HoursText() {}

  static OpeningHours parse(String text) {
    if (text.length() > TEXT_LIMIT) {
      throw new IllegalArgumentException("Opening hours are too long");
    }
    if (text.strip().equals(ALWAYS)) {
      return OpeningHours.ALWAYS;
    }
    List<Interval> intervals = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      readPart(part.strip().split("[\\s,]+", -1), intervals);
    }
    return new OpeningHours(intervals);
  }

  static String write(OpeningHours hours) {
    if (hours.isAlways()) {
      return ALWAYS;
    }
    List<String> days = writeDays(hours.intervals());
    List<String> parts = new ArrayList<>();
    for (int first = 0; first < days.size(); first++) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1).equals(days.get(first))) {
        last++;
      }
      if (!days.get(first).isEmpty()) {
        parts.add(
            (first == last ? "" + (first + 1) : (first + 1) + "-" + (last + 1)) + days.get(first));
      }
      first = last;
    }
    return String.join("; ", parts);
  }

  private static void readPart(String[] words, List<Interval> intervals) {
    Matcher days = DAYS.matcher(words[0]);
    if (!days.matches() || words.length < 2) {
      throw new IllegalArgumentException("Opening hours begin with days, then hours");
    }
    String one = days.group(1);
    int first = one == null ? 1 : Integer.parseInt(one);
    String other = days.group(2);
    int last = one == null ? 7 : other == null ? first : Integer.parseInt(other);
    if (last < first) {
      throw new IllegalArgumentException("Days run from Monday to Sunday");
    }
    for (String word : Arrays.asList(words).subList(1, words.length)) {
      for (int day = first; day <= last; day++) {
        intervals.add(interval(word, (day - 1) * DAY));
      }
    }
  }

  private static Interval interval(String word, int midnight) {
    Matcher hours = HOURS.matcher(word);
    if (!hours.matches()) {
      throw new IllegalArgumentException("Hours are written as 07:00-11:30");
    }
    int from = minutes(hours.group(1), hours.group(2));
    int to = minutes(hours.group(3), hours.group(4));
    if (from >= DAY || to > DAY) {
      throw new IllegalArgumentException("A day has 24 hours");
    }
    return new Interval(midnight + from, midnight + (to <= from ? to + DAY : to));
  }

  private static int minutes(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static List<String> writeDays(List<Interval> intervals) {
    String[] days = new String[7];
    Arrays.fill(days, "");
    for (Interval interval : intervals) {
      int from = interval.from();
      while (from < interval.to()) {
        int nextMidnight = (from / DAY + 1) * DAY;
        int to = interval.to() - from > DAY ? nextMidnight : interval.to();
        int day = from % WEEK / DAY;
        days[day] += " " + clock(from) + "-" + (to % DAY == 0 ? "24:00" : clock(to));
        from = to;
      }
    }
    return List.of(days);
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute % DAY / 60, minute % 60);
  }
}
