package vn.lachan.app.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.casework.CaseContact;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.Formats;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.tracing.TraceWindow;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Reason;
import vn.lachan.engine.tracing.ReasonWords;

/** How pages of cases say things, in the reader's language. */
@Component("caseWords")
class CaseWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final int SECONDS_BUT_ONE = 59;

  private final Units units;
  private final Formats formats;
  private final MessageSource messages;
  private final ProgramSettings program;

  CaseWords(Units units, Formats formats, MessageSource messages, ProgramSettings program) {
    this.units = units;
    this.formats = formats;
    this.messages = messages;
    this.program = program;
  }

  public String caseNumber(long number) {
    return "CB-" + number;
  }

  /** The commune; a dash where it is unknown. */
  public String unit(@Nullable Integer unit) {
    return unit == null ? "–" : units.find(unit).map(Unit::fullName).orElse("–");
  }

  /** The province of a unit, within which units are searched for. */
  int province(int unit) {
    List<Unit> above = units.ancestors(unit);
    return above.isEmpty() ? unit : above.getLast().id();
  }

  public String path(@Nullable Integer unit) {
    return unit == null ? "–" : units.path(unit);
  }

  public String name(@Nullable MaskedPerson person) {
    if (person == null || person.destroyed()) {
      return say("casework.person.gone");
    }
    return person.name().isEmpty() ? say("casework.person.unnamed") : person.name();
  }

  public String disease(String disease) {
    String key = "casework.disease." + disease.toLowerCase(Locale.ROOT);
    return Objects.requireNonNullElse(messages.getMessage(key, null, disease, language()), disease);
  }

  /** Why the window begins there: "3 ngày trước ngày khởi phát 15/11". */
  public String windowReason(TraceWindow window) {
    String key =
        switch (window.start()) {
          case BEFORE_ONSET -> "casework.window.before-onset";
          case AFTER_FIRST_CONTACT -> "casework.window.after-first-contact";
          case BEFORE_SAMPLE -> "casework.window.before-sample";
        };
    return say(key, Math.abs(window.days()), day(window.basis()));
  }

  /** The whole sentence with the document that decided. */
  public String sentence(Exposure exposure, Map<Long, PlaceCard> places) {
    return words().sentence(exposure.reason(), place -> placeName(place, places));
  }

  /** For a dense row, where the document stands in the head of the page already. */
  public String shortSentence(Exposure exposure, Map<Long, PlaceCard> places) {
    Reason reason = exposure.reason();
    var bare =
        new Reason(
            reason.code(),
            reason.source(),
            reason.place(),
            reason.day(),
            reason.seconds(),
            reason.thresholdMinutes(),
            reason.rowsApart(),
            "");
    return words().sentence(bare, place -> placeName(place, places));
  }

  /** A purpose as the audit record keeps it, in the reader's words. */
  public String purpose(String purpose) {
    String[] parts = purpose.split(": ", 2);
    String name = say("people.purpose." + parts[0].toLowerCase(Locale.ROOT));
    return parts.length == 1 ? name : name + ": " + parts[1];
  }

  /** Why somebody is a contact, for a sheet of paper. */
  public String sheetReason(CaseContact contact) {
    return ContactLine.of(contact, this).why();
  }

  public String placeName(long place, Map<Long, PlaceCard> places) {
    PlaceCard card = places.get(place);
    return card == null ? say("casework.place.gone") : card.name();
  }

  public String setting(Exposure exposure) {
    return say("casework.setting." + exposure.setting().name().toLowerCase(Locale.ROOT));
  }

  public String source(Exposure exposure) {
    return say("casework.source." + exposure.source().name().toLowerCase(Locale.ROOT));
  }

  /** As a field for a local time takes it, the minute that has begun. */
  public String typedTime(Instant time) {
    return MINUTE.format(time.atZone(program.zone()));
  }

  /** The minute that holds everything before the time. */
  public String typedTimeAfter(Instant time) {
    return typedTime(time.plusSeconds(SECONDS_BUT_ONE));
  }

  public String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  public String say(String key, Object... values) {
    return messages.getMessage(key, values, language());
  }

  private String day(LocalDate day) {
    return formats.date(day);
  }

  private static ReasonWords words() {
    return language().getLanguage().equals("en") ? ReasonWords.ENGLISH : ReasonWords.VIETNAMESE;
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }
}
