package vn.lachan.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.people.People;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.tracing.RuleBook;
import vn.lachan.simulation.SimulatedCase;
import vn.lachan.simulation.SyntheticProvince;
import vn.lachan.simulation.Transmission;

/**
 * The cases that the drill begins with: those sampled in the last days whose result is known. The
 * rest of each chain is left for the trainees to find.
 */
@Component
class DemoCases {
  private static final int CASES_MOST = 12;

  private final Cases cases;
  private final People people;
  private final ZoneId zone;

  DemoCases(Cases cases, People people, ProgramSettings settings) {
    this.cases = cases;
    this.people = people;
    this.zone = settings.zone();
  }

  /** Opens the cases, the earliest first, so that a source has its number before its targets. */
  String open(SyntheticProvince province, long[] personNumbers, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<SimulatedCase> known =
        province.cases().stream()
            .filter(one -> one.sampleDate() != null && one.sampleDate().isBefore(today))
            .sorted(Comparator.comparing(DemoCases::sampled).reversed())
            .limit(CASES_MOST)
            .sorted(Comparator.comparing(DemoCases::sampled))
            .toList();
    Map<Integer, LocalDate> infected = infected(province);
    Map<Integer, Long> opened = new HashMap<>();
    for (SimulatedCase one : known) {
      OpenedCase made =
          cases.open(
              Actor.program(),
              newCase(
                  one, personNumbers, opened.get(one.source()), infected.get(one.person()), now),
              now);
      opened.put(one.person(), made.number());
    }
    return Integer.toString(opened.size());
  }

  /** The day on which each was infected, which for a trainee is the first contact. */
  private Map<Integer, LocalDate> infected(SyntheticProvince province) {
    Map<Integer, LocalDate> days = new HashMap<>();
    for (Transmission one : province.transmissions()) {
      days.put(one.target(), LocalDate.ofInstant(one.at(), zone));
    }
    return days;
  }

  private NewCase newCase(
      SimulatedCase one,
      long[] personNumbers,
      @Nullable Long source,
      @Nullable LocalDate firstContact,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    boolean ill = one.symptomatic() && !one.onset().isAfter(today);
    return new NewCase(
        people.publicId(personNumbers[one.person()]),
        null,
        null,
        RuleBook.COVID_19,
        new CaseFacts(
            ill,
            ill ? one.onset() : null,
            sampled(one),
            source == null ? null : firstContact,
            source,
            one.isolatedAt(),
            today),
        null);
  }

  private static LocalDate sampled(SimulatedCase one) {
    return Objects.requireNonNull(one.sampleDate());
  }
}
