package vn.lachan.app.program;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How pages write dates, times and numbers: dd/MM/yyyy, HH:mm in the province's zone, 27.865 and
 * 40,5 % in Vietnamese. Times come as an Instant, an offset time or epoch seconds; null is written
 * as a dash.
 */
@Component("format")
public class Formats {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm");
  private static final String NOTHING = "–";

  private final ProgramSettings settings;
  private final Clock clock;
  private final MessageSource messages;

  Formats(ProgramSettings settings, Clock clock, MessageSource messages) {
    this.settings = settings;
    this.clock = clock;
    this.messages = messages;
  }

  public String date(@Nullable Object time) {
    if (time instanceof LocalDate date) {
      return DATE.format(date);
    }
    return time == null ? NOTHING : DATE.format(local(time));
  }

  public String time(@Nullable Object time) {
    return time == null ? NOTHING : TIME.format(local(time));
  }

  public String dateTime(@Nullable Object time) {
    return time == null ? NOTHING : DATE_TIME.format(local(time));
  }

  /** Day and month with the time, for dense tables within one season. */
  public String dayTime(@Nullable Object time) {
    return time == null ? NOTHING : DAY_TIME.format(local(time));
  }

  /** From one time to another; the day is written once when both lie on it. */
  public String span(@Nullable Object from, @Nullable Object to) {
    boolean oneDay = date(from).equals(date(to));
    return dayTime(from) + " – " + (oneDay ? time(to) : dayTime(to));
  }

  /** "12 phút trước"; beyond a week the date. */
  public String ago(@Nullable Object time) {
    if (time == null) {
      return NOTHING;
    }
    Duration age = Duration.between(local(time).toInstant(), clock.instant());
    long minutes = age.toMinutes();
    if (minutes < 1) {
      return word("program.ago.now", 0);
    }
    if (minutes < 60) {
      return word("program.ago.minutes", minutes);
    }
    if (age.toHours() < 48) {
      return word("program.ago.hours", age.toHours());
    }
    return age.toDays() <= 7 ? word("program.ago.days", age.toDays()) : date(time);
  }

  /** Minutes as "45 phút", "2 giờ" or "2 giờ 05". */
  public String minutes(long minutes) {
    if (minutes < 1) {
      return word("program.minutes.none", 0);
    }
    if (minutes < 60) {
      return word("program.minutes", minutes);
    }
    return minutes % 60 == 0
        ? word("program.hours", minutes / 60)
        : word("program.hours-minutes", minutes / 60, "%02d".formatted(minutes % 60));
  }

  public String number(@Nullable Number number) {
    return number == null ? NOTHING : NumberFormat.getNumberInstance(language()).format(number);
  }

  /** A share from 0 to 1 with one decimal. */
  public String percent(@Nullable Double share) {
    if (share == null) {
      return NOTHING;
    }
    NumberFormat format = NumberFormat.getNumberInstance(language());
    format.setMaximumFractionDigits(1);
    return format.format(share * 100) + " %";
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }

  private String word(String key, Object... values) {
    return messages.getMessage(key, values, language());
  }

  private ZonedDateTime local(Object time) {
    Instant instant =
        switch (time) {
          case Instant known -> known;
          case OffsetDateTime offset -> offset.toInstant();
          case ZonedDateTime zoned -> zoned.toInstant();
          case Long seconds -> Instant.ofEpochSecond(seconds);
          default -> throw new IllegalArgumentException("Not a time: " + time.getClass());
        };
    return instant.atZone(settings.zone());
  }
}
