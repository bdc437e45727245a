package vn.lachan.app.places;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.NewInspection.Answer;
import vn.lachan.app.places.NewInspection.Finding;
import vn.lachan.app.places.NewInspection.Outcome;
import vn.lachan.app.program.ProgramSettings;

/** What the record of an inspection must fulfil. */
@Component
class InspectionRules {
  static final int NOTE_LENGTH_MOST = 1_000;
  static final int FINDING_LENGTH_MOST = 300;
  static final int REFERRED_LENGTH_MOST = 200;
  private static final Duration BACK_MOST = Duration.ofDays(60);
  private static final int DUE_DAYS_MOST = 366;

  private final Checklist checklist;
  private final ProgramSettings program;

  InspectionRules(Checklist checklist, ProgramSettings program) {
    this.checklist = checklist;
    this.program = program;
  }

  NewInspection check(NewInspection given, Instant now) {
    if (given.at().isAfter(now.plusSeconds(300)) || given.at().isBefore(now.minus(BACK_MOST))) {
      throw Refusal.invalid("places.refused.inspection-time", BACK_MOST.toDays());
    }
    List<Finding> findings = findings(given);
    LocalDate due = given.outcome() == Outcome.REMINDER ? due(given, now) : null;
    String demand = text(given.demand(), "demand", NOTE_LENGTH_MOST);
    if (given.outcome() == Outcome.REMINDER && demand == null) {
      throw Refusal.invalid("places.refused.demand-empty");
    }
    String referred = text(given.referredTo(), "referred", REFERRED_LENGTH_MOST);
    if (given.outcome() == Outcome.REFERRAL && referred == null) {
      throw Refusal.invalid("places.refused.referred-empty");
    }
    return new NewInspection(
        given.place(),
        given.obliged(),
        given.previous(),
        given.at(),
        given.met(),
        given.metName(),
        findings,
        text(given.note(), "note", NOTE_LENGTH_MOST),
        given.outcome(),
        due,
        demand,
        given.outcome() == Outcome.REFERRAL ? referred : null);
  }

  void checkDue(LocalDate due, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, program.zone());
    if (due.isBefore(today) || due.isAfter(today.plusDays(DUE_DAYS_MOST))) {
      throw Refusal.invalid("places.refused.inspection-due", DUE_DAYS_MOST);
    }
  }

  private LocalDate due(NewInspection given, Instant now) {
    LocalDate due = given.due();
    if (due == null) {
      throw Refusal.invalid("places.refused.inspection-due", DUE_DAYS_MOST);
    }
    checkDue(due, now);
    return due;
  }

  /** Every required question is answered, and no place passes that misses one. */
  private List<Finding> findings(NewInspection given) {
    List<ChecklistItem> items = checklist.on(LocalDate.ofInstant(given.at(), program.zone()));
    Set<String> known = items.stream().map(ChecklistItem::code).collect(Collectors.toSet());
    Set<String> answered = new HashSet<>();
    for (Finding finding : given.findings()) {
      if (!known.contains(finding.item()) || !answered.add(finding.item())) {
        throw Refusal.invalid("places.refused.inspection-item");
      }
    }
    Set<String> required =
        items.stream()
            .filter(ChecklistItem::required)
            .map(ChecklistItem::code)
            .collect(Collectors.toSet());
    if (!answered.containsAll(required)) {
      throw Refusal.invalid("places.refused.inspection-unanswered");
    }
    boolean missed =
        given.findings().stream()
            .anyMatch(
                finding -> finding.answer() == Answer.MISSED && required.contains(finding.item()));
    if (missed && given.outcome() == Outcome.COMPLIANT) {
      throw Refusal.invalid("places.refused.inspection-missed");
    }
    return given.findings().stream()
        .map(
            finding ->
                new Finding(
                    finding.item(),
                    finding.answer(),
                    text(finding.note(), "note", FINDING_LENGTH_MOST)))
        .toList();
  }

  private static @Nullable String text(@Nullable String typed, String field, int most) {
    return typed == null || typed.isBlank() ? null : PlaceText.clean(typed, field, most);
  }
}
