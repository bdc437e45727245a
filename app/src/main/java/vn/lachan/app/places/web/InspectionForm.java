package vn.lachan.app.places.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.ChecklistItem;
import vn.lachan.app.places.NewInspection;

/**
 * The fields of an inspection as they were typed, so that a refused form loses none. Answers and
 * notes come by the code of the question: {@code answer.displayed}, {@code note.displayed}.
 */
record InspectionForm(
    @Nullable String place,
    @Nullable String obliged,
    @Nullable String previous,
    @Nullable String at,
    @Nullable String met,
    @Nullable String metName,
    @Nullable String note,
    @Nullable String outcome,
    @Nullable String due,
    @Nullable String demand,
    @Nullable String referredTo) {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  static InspectionForm empty(
      @Nullable UUID place,
      @Nullable UUID obliged,
      @Nullable UUID previous,
      Instant now,
      ZoneId zone) {
    return new InspectionForm(
        text(place),
        text(obliged),
        text(previous),
        TYPED.format(now.atZone(zone)),
        "owner",
        null,
        null,
        null,
        null,
        null,
        null);
  }

  NewInspection inspection(Map<String, String> fields, List<ChecklistItem> items, ZoneId zone) {
    List<NewInspection.Finding> findings = new ArrayList<>();
    for (ChecklistItem item : items) {
      String answer = fields.get("answer." + item.code());
      if (answer != null && !answer.isBlank()) {
        findings.add(
            new NewInspection.Finding(
                item.code(),
                choice(NewInspection.Answer.class, answer.replace('-', '_')),
                fields.get("note." + item.code())));
      }
    }
    return new NewInspection(
        id(place),
        id(obliged),
        id(previous),
        instant(zone),
        choice(NewInspection.Met.class, met),
        metName,
        findings,
        note,
        choice(NewInspection.Outcome.class, outcome),
        date(due),
        demand,
        referredTo);
  }

  @Nullable UUID placeId() {
    return id(place);
  }

  @Nullable UUID obligedId() {
    return id(obliged);
  }

  static @Nullable LocalDate date(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException noDay) {
      throw Refusal.invalid("places.refused.day-unreadable");
    }
  }

  private Instant instant(ZoneId zone) {
    try {
      return LocalDateTime.parse(String.valueOf(at), TYPED).atZone(zone).toInstant();
    } catch (DateTimeParseException noTime) {
      throw Refusal.invalid("places.refused.times-unreadable");
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, @Nullable String key) {
    for (E known : type.getEnumConstants()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(key)) {
        return known;
      }
    }
    throw Refusal.invalid("places.refused.inspection-incomplete");
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : UUID.fromString(typed);
    } catch (IllegalArgumentException noId) {
      throw Refusal.invalid("places.refused.not-found");
    }
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
