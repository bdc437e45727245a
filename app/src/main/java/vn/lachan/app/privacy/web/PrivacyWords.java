package vn.lachan.app.privacy.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.privacy.PrivacySettings;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** How pages of the registers say things, in the reader's language. */
@Component("privacyWords")
class PrivacyWords {
  /** Where the words of purposes stand: those of openings, of agencies, of persons' requests. */
  private static final List<String> PURPOSES =
      List.of("people.purpose.", "privacy.agency-purpose.", "privacy.kind.");

  private final Units units;
  private final MessageSource messages;
  private final PrivacySettings settings;
  private final ProgramSettings program;
  private final Clock clock;

  PrivacyWords(
      Units units,
      MessageSource messages,
      PrivacySettings settings,
      ProgramSettings program,
      Clock clock) {
    this.units = units;
    this.messages = messages;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
  }

  /** Public, as all below are, for templates. */
  public String word(String group, Enum<?> constant) {
    return say("privacy." + group + "." + constant.name().toLowerCase(Locale.ROOT));
  }

  public String step(String what) {
    return say("privacy.step." + what.toLowerCase(Locale.ROOT));
  }

  /** The reason of a step: one of several lists of reasons, told apart by their words. */
  public @Nullable String reason(@Nullable String reason) {
    if (reason == null) {
      return null;
    }
    String key = reason.toLowerCase(Locale.ROOT);
    for (String group : new String[] {"check", "refusal", "agency-refusal"}) {
      String words = messages.getMessage("privacy." + group + "." + key, null, "", language());
      if (words != null && !words.isEmpty()) {
        return words;
      }
    }
    return reason;
  }

  public String person(@Nullable MaskedPerson person) {
    if (person == null) {
      return "–";
    }
    if (person.destroyed()) {
      return say("people.destroyed");
    }
    return person.name().isEmpty() ? say("people.no-name") : person.name();
  }

  public String unit(@Nullable Integer unit) {
    return unit == null ? "" : units.find(unit).map(Unit::fullName).orElse("");
  }

  /** The address, with the commune where it does not say it itself. */
  public String address(@Nullable String address, @Nullable Integer unit) {
    String commune = unit(unit);
    if (address == null || address.isBlank()) {
      return commune.isEmpty() ? "–" : commune;
    }
    return commune.isEmpty() || address.contains(commune) ? address : address + ", " + commune;
  }

  /** What an entry of the audit record was, in words; acts that have none keep their kind. */
  public String act(String kind) {
    return Objects.requireNonNullElse(
        messages.getMessage("audit." + kind, null, kind, language()), kind);
  }

  /** A purpose as the audit record keeps it: a word of ours, perhaps with more after a colon. */
  public String purpose(@Nullable String purpose) {
    if (purpose == null) {
      return "–";
    }
    int colon = purpose.indexOf(':');
    String word = colon < 0 ? purpose : purpose.substring(0, colon);
    String rest = colon < 0 ? "" : purpose.substring(colon);
    String key = word.toLowerCase(Locale.ROOT);
    for (String group : PURPOSES) {
      String words = messages.getMessage(group + key, null, "", language());
      if (words != null && !words.isEmpty()) {
        return words + rest;
      }
    }
    return purpose;
  }

  /** "còn 2 ngày", "còn 5 giờ", "quá 3 giờ". */
  public String left(@Nullable Instant due) {
    if (due == null) {
      return "–";
    }
    Duration left = Duration.between(clock.instant(), due);
    String key = left.isNegative() ? "privacy.left.over" : "privacy.left.still";
    return say(key, span(left.abs()));
  }

  /** The office as its letters name it; a line to fill in where it is not set. */
  public String office() {
    return settings.office().isBlank() ? ".".repeat(40) : settings.office();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), program.zone());
  }

  private String span(Duration span) {
    if (span.toHours() >= 96) {
      return say("privacy.left.days", span.toDays());
    }
    return span.toHours() >= 1
        ? say("privacy.left.hours", span.toHours())
        : say("privacy.left.minutes", span.toMinutes());
  }

  String say(String key, Object... values) {
    return messages.getMessage(key, values, language());
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }
}
