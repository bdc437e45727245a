package vn.lachan.app.declarations;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.form.Answer;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;
import vn.lachan.engine.form.Value;

/**
 * What the program reads out of answers: the parts of who somebody is, and the places that were
 * named. It is personal data: {@link #toString} shows none of it.
 */
final class Said {
  private static final int DATE_LETTERS = 10;

  /** "Trong vòng 14 ngày qua", as the national forms ask. */
  private static final int NAMED_DAYS = 14;

  private final Map<String, Meaning> meanings;
  private final Response response;

  Said(DeclaredForm form, Response response) {
    this.meanings = form.meanings();
    this.response = response;
  }

  /** A place in somebody's words, with the time there. */
  record Stay(@Nullable String place, @Nullable String code, Instant from, Instant to) {
    @Override
    public String toString() {
      return "Stay";
    }
  }

  /** The first answer to a question of this meaning. */
  @Nullable Value value(Meaning meaning) {
    return first(response.items(), meaning);
  }

  /** The same as text: the code of what was chosen, else what was typed. */
  @Nullable String text(Meaning meaning) {
    return text(value(meaning));
  }

  /**
   * Every place that was named with a day or time, and those named in one text, as the forms ask
   * for them: within the last fourteen days.
   */
  List<Stay> stays(Instant declaredAt, ZoneId zone) {
    List<Stay> stays = new ArrayList<>();
    collect(response.items(), zone, stays);
    String named = text(Meaning.PLACES);
    Instant since = declaredAt.minus(Duration.ofDays(NAMED_DAYS));
    for (String place : named == null ? new String[0] : named.split("[,;\\n]+", -1)) {
      if (!place.isBlank()) {
        stays.add(new Stay(place.strip(), null, since, declaredAt));
      }
    }
    return stays;
  }

  private void collect(List<ResponseItem> items, ZoneId zone, List<Stay> stays) {
    String place = null;
    String code = null;
    Value from = null;
    Value to = null;
    for (ResponseItem item : items) {
      Meaning meaning = meanings.get(item.linkId());
      Value value = item.answers().isEmpty() ? null : item.answers().getFirst().value();
      if (meaning == Meaning.STAY_PLACE) {
        place = text(value);
      } else if (meaning == Meaning.STAY_CODE) {
        code = text(value);
      } else if (meaning == Meaning.STAY_FROM) {
        from = value;
      } else if (meaning == Meaning.STAY_TO) {
        to = value;
      }
      collect(item.items(), zone, stays);
      item.answers().forEach(answer -> collect(answer.items(), zone, stays));
    }
    addStay(place, code, from, to == null ? from : to, zone, stays);
  }

  private static void addStay(
      @Nullable String place,
      @Nullable String code,
      @Nullable Value from,
      @Nullable Value to,
      ZoneId zone,
      List<Stay> stays) {
    Instant begin = time(from == null ? to : from, zone, false);
    Instant end = time(to, zone, true);
    if ((place != null || code != null) && begin != null && end != null && begin.isBefore(end)) {
      stays.add(new Stay(place, code, begin, end));
    }
  }

  /** A day is all of it; a moment that ends a stay at its beginning is a minute. */
  private static @Nullable Instant time(@Nullable Value value, ZoneId zone, boolean end) {
    String text =
        switch (value) {
          case Value.Day(String day) -> day;
          case Value.Moment(String moment) -> moment;
          case null, default -> "";
        };
    try {
      if (text.length() > DATE_LETTERS) {
        Instant at = OffsetDateTime.parse(text).toInstant();
        return end ? at.plusSeconds(60) : at;
      }
      if (text.length() == DATE_LETTERS) {
        LocalDate day = LocalDate.parse(text);
        return (end ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
      }
    } catch (DateTimeException _) {
      return null;
    }
    return null;
  }

  private @Nullable Value first(List<ResponseItem> items, Meaning meaning) {
    for (ResponseItem item : items) {
      boolean means = meanings.get(item.linkId()) == meaning;
      if (means && !item.answers().isEmpty()) {
        return item.answers().getFirst().value();
      }
      Value inner = first(item.items(), meaning);
      for (Answer answer : item.answers()) {
        inner = inner == null ? first(answer.items(), meaning) : inner;
      }
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  static @Nullable String text(@Nullable Value value) {
    String text =
        switch (value) {
          case null -> "";
          case Value.Code code -> code.code();
          default -> value.shown();
        };
    return text.isBlank() ? null : text.strip();
  }

  @Override
  public String toString() {
    return "Said";
  }
}
