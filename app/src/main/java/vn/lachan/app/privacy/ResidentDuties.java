package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * What the law owes somebody who is signed in to the resident's app: who read their data, on what
 * it is processed, and their requests with their clocks.
 */
@Component
@Inside("the resident's app asks for the people of a proved phone")
public class ResidentDuties {
  private final Readings readings;
  private final Processing processing;
  private final PersonRequests requests;
  private final AccessFiles files;

  ResidentDuties(
      Readings readings, Processing processing, PersonRequests requests, AccessFiles files) {
    this.readings = readings;
    this.processing = processing;
    this.requests = requests;
    this.files = files;
  }

  /** Who read or changed one record since a time, without names, the latest first. */
  @Transactional(readOnly = true)
  public List<AccessFile.Reading> readings(long record, Instant since, int rows) {
    return readings.of(List.of(record), false).stream()
        .filter(reading -> !reading.at().isBefore(since))
        .limit(rows)
        .toList();
  }

  /** On what a processing rests that day; its words are {@code privacy.activity.<activity>}. */
  public List<LegalBasis> bases(String activity, LocalDate day) {
    return processing.bases(activity, day);
  }

  /**
   * A request of somebody whose phone was proved when they signed in.
   *
   * @param formal in writing, so that the answer names officers
   */
  @Transactional
  public UUID ask(
      PhoneNumber phone,
      RequestKind kind,
      String name,
      @Nullable String text,
      boolean formal,
      Instant now) {
    return requests.receiveSignedIn(phone, kind, name, text, formal, now);
  }

  /** How a request stands; nothing of what was typed. */
  @Transactional(readOnly = true)
  public Optional<RequestRow> request(UUID request, Instant now) {
    return requests.row(request, now);
  }

  /**
   * Everything held, as the answer to a request for access that was granted: an act.
   *
   * @param record for which the app answers
   * @throws vn.lachan.app.kernel.Refusal {@code privacy.refused.no-access-file}, {@code
   *     privacy.refused.answer-at-office}
   */
  @Transactional
  public AccessFile answer(UUID request, long record, Instant now) {
    return files.forRequester(request, record, now);
  }
}
