package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.ProgramSettings;

/**
 * Impact assessments: what the program knows of its processing comes from the record of processing;
 * risks and measures are written by the office. PRIVACY_MANAGE for all of it.
 */
@Component
public class Assessments {
  /** What the office writes, in the order of the document. */
  public static final List<String> TEXTS =
      List.of(
          "title",
          "controller",
          "officer",
          "necessity",
          "transfers",
          "risks",
          "damage",
          "measures",
          "residual",
          "opinion");

  private final AssessmentTable assessments;
  private final Periods periods;
  private final SealedTexts texts;
  private final Steps steps;
  private final Audit audit;
  private final PrivacySettings settings;
  private final ZoneId zone;

  Assessments(
      AssessmentTable assessments,
      Periods periods,
      SealedTexts texts,
      Steps steps,
      Audit audit,
      PrivacySettings settings,
      ProgramSettings program) {
    this.assessments = assessments;
    this.periods = periods;
    this.texts = texts;
    this.steps = steps;
    this.audit = audit;
    this.settings = settings;
    this.zone = program.zone();
  }

  /**
   * Begins a file; it is due so many days after the processing began.
   *
   * @throws Refusal {@code privacy.refused.assessment}, {@code privacy.refused.started-on}, {@code
   *     privacy.refused.no-law}
   */
  @Transactional
  public UUID begin(Actor actor, LocalDate startedOn, Map<String, String> written, Instant now) {
    Whole.require(actor);
    checkTitle(written);
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (startedOn.isAfter(today)
        || ChronoUnit.DAYS.between(startedOn, today) > settings.olderDays()) {
      throw Refusal.invalid("privacy.refused.started-on", settings.olderDays());
    }
    Period law =
        periods
            .on(Duty.ASSESSMENT_FILE, startedOn)
            .orElseThrow(() -> Refusal.invalid("privacy.refused.no-law"));
    UUID id = UUID.randomUUID();
    Instant due = periods.end(law, startedOn.atStartOfDay(zone).toInstant());
    assessments.insert(id, startedOn, law, due, texts.keep(id, written), actor.account(), now);
    done(actor, id, "ENTERED", "privacy.assessment-begin", now);
    return id;
  }

  @Transactional
  public void write(Actor actor, UUID id, Map<String, String> written, Instant now) {
    AssessmentTable.Row row = open(actor, id);
    checkTitle(written);
    texts.replace(row.text(), id, written);
    done(actor, id, "UPDATED", "privacy.assessment-write", now);
  }

  /** The file, or its update, went to the authority; the next update is due by the law of today. */
  @Transactional
  public void filed(Actor actor, UUID id, Instant now) {
    AssessmentTable.Row row = open(actor, id);
    Instant next =
        periods
            .at(Duty.ASSESSMENT_UPDATE, now)
            .map(period -> periods.end(period, now))
            .orElse(null);
    assessments.filed(row.number(), now, next);
    done(
        actor, id, row.filedAt() == null ? "FILED" : "FILED_AGAIN", "privacy.assessment-file", now);
  }

  /** The processing has ended: nothing is due any more. */
  @Transactional
  public void close(Actor actor, UUID id, Instant now) {
    AssessmentTable.Row row = open(actor, id);
    assessments.closed(row.number(), now);
    done(actor, id, "CLOSED", "privacy.assessment-close", now);
  }

  /** What is due first comes first. */
  @Transactional(readOnly = true)
  public Page<AssessmentView> list(Actor actor, @Nullable Long after, int rows, Instant now) {
    Whole.require(actor);
    int size = Limits.pageRows(rows);
    return Page.of(assessments.list(after, size + 1), size, row -> Long.toString(row.number()))
        .map(
            row ->
                new AssessmentView(
                    row(row, now), texts.open(row.text(), row.publicId()), List.of()));
  }

  /** The whole file. It tells of processing, not of persons. */
  @Transactional(readOnly = true)
  public AssessmentView get(Actor actor, UUID id, Instant now) {
    Whole.require(actor);
    AssessmentTable.Row row = assessments.find(id).orElseThrow(PersonRequests::notFound);
    return new AssessmentView(row(row, now), texts.open(row.text(), id), steps.of(id, false));
  }

  private AssessmentTable.Row open(Actor actor, UUID id) {
    Whole.require(actor);
    AssessmentTable.Row row = assessments.lock(id).orElseThrow(PersonRequests::notFound);
    if (row.closedAt() != null) {
      throw Refusal.conflict("privacy.refused.closed");
    }
    return row;
  }

  private void done(Actor actor, UUID id, String what, String kind, Instant now) {
    steps.note(id, what, actor.account(), now);
    AssessmentTable.Row row = assessments.find(id).orElseThrow(PersonRequests::notFound);
    audit.record(Act.on(actor.account(), kind, "DG-" + row.number()));
  }

  private static void checkTitle(Map<String, String> written) {
    if (written.getOrDefault("title", "").isBlank()) {
      throw Refusal.invalid("privacy.refused.assessment");
    }
  }

  private static AssessmentRow row(AssessmentTable.Row row, Instant now) {
    Instant due = row.filedAt() == null ? row.fileDue() : row.updateDue();
    Instant shown = row.closedAt() == null ? due : null;
    return new AssessmentRow(
        row.publicId(),
        row.number(),
        row.startedOn(),
        row.fileDue(),
        row.filedAt(),
        row.updateDue(),
        shown,
        shown != null && shown.isBefore(now),
        row.closedAt(),
        row.document(),
        row.certainty());
  }
}
