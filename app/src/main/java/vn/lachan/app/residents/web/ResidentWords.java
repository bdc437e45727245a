package vn.lachan.app.residents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.app.privacy.LegalBasis;
import vn.lachan.app.privacy.ResidentDuties;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;

/** What pages of the app write out. */
@Component("residentWords")
class ResidentWords {
  /** Where a purpose that was chosen may have its words. */
  private static final List<String> PURPOSES =
      List.of("people.purpose.", "privacy.agency-purpose.");

  private final Units units;
  private final MessageSource messages;
  private final ResidentDuties duties;
  private final Clock clock;
  private final ProgramSettings program;

  ResidentWords(
      Units units,
      MessageSource messages,
      ResidentDuties duties,
      Clock clock,
      ProgramSettings program) {
    this.units = units;
    this.messages = messages;
    this.duties = duties;
    this.clock = clock;
    this.program = program;
  }

  /** The commune with what it lies in. */
  public String commune(@Nullable Integer unit) {
    return unit == null ? "–" : units.path(unit);
  }

  /** Unit and role of whoever read something; a name is given on a request in writing only. */
  public String reader(AccessFile.Reading reading) {
    if (reading.byProgram()) {
      return word("privacy.access.program", "");
    }
    String role =
        reading.role() == null
            ? word("privacy.access.no-role", "")
            : word("access.role." + reading.role().name().toLowerCase(Locale.ROOT), "");
    return reading.unit() == null ? role : role + ", " + commune(reading.unit());
  }

  /** What was done, and for what. */
  public String deed(AccessFile.Reading reading) {
    String act = word("audit." + reading.act(), reading.act());
    String purpose = reading.purpose();
    if (purpose == null) {
      return act;
    }
    String key = purpose.toLowerCase(Locale.ROOT);
    String why =
        PURPOSES.stream()
            .map(group -> word(group + key, ""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return why.isEmpty() ? act : act + " · " + why;
  }

  /** On what a processing rests today. */
  public List<LegalBasis> bases(String activity) {
    return duties.bases(activity, LocalDate.ofInstant(clock.instant(), program.zone()));
  }

  private String word(String key, String otherwise) {
    String text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    return text == null ? otherwise : text;
  }
}
