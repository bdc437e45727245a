package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;

/** The periods of the law, by the day on which a duty began. */
@Component
class Periods {
  private final List<Period> all =
      ReferenceFile.read("periods.tsv").stream().map(Periods::period).toList();

  private final Calendar calendar;
  private final ZoneId zone;

  Periods(Calendar calendar, ProgramSettings program) {
    this.calendar = calendar;
    this.zone = program.zone();
  }

  /** Empty where no document known set a period for it on that day. */
  Optional<Period> on(Duty duty, LocalDate day) {
    return all.stream().filter(period -> period.duty() == duty && period.validOn(day)).findFirst();
  }

  Optional<Period> at(Duty duty, Instant moment) {
    return on(duty, LocalDate.ofInstant(moment, zone));
  }

  Instant end(Period period, Instant start) {
    return period.end(start, zone, calendar.around(LocalDate.ofInstant(start, zone)));
  }

  private static Period period(ReferenceFile.Line line) {
    return new Period(
        Duty.valueOf(line.text("duty")),
        line.day("valid_from"),
        line.dayOrNull("valid_until"),
        Integer.parseInt(line.text("length")),
        Period.Unit.valueOf(line.text("unit")),
        line.text("document"),
        line.text("certainty"));
  }
}
