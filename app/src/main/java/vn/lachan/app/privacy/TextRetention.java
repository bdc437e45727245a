package vn.lachan.app.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.program.ProgramSettings;

/**
 * Destroys what people wrote in requests, breaches and assessments once its time is over. The
 * registers stay, with their numbers, days and decisions; each thing's history says that its texts
 * went, and the audit record how many.
 */
@Component
class TextRetention {
  static final String STEP = "TEXTS_DESTROYED";

  private static final int TEXTS_AT_ONCE = 500;

  private final SealedTextTable texts;
  private final StepTable steps;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final PrivacySettings settings;
  private final ZoneId zone;
  private final Clock clock;

  @Autowired
  TextRetention(
      SealedTextTable texts,
      StepTable steps,
      Audit audit,
      TransactionTemplate transactions,
      PrivacySettings settings,
      ProgramSettings program,
      Clock clock) {
    this(texts, steps, audit, transactions, settings, program.zone(), clock);
  }

  TextRetention(
      SealedTextTable texts,
      StepTable steps,
      Audit audit,
      TransactionTemplate transactions,
      PrivacySettings settings,
      ZoneId zone,
      Clock clock) {
    this.texts = texts;
    this.steps = steps;
    this.audit = audit;
    this.transactions = transactions;
    this.settings = settings;
    this.zone = zone;
    this.clock = clock;
  }

  @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Ho_Chi_Minh")
  void nightly() {
    destroyDue(clock.instant());
  }

  /** Answers how many texts went. */
  int destroyDue(Instant now) {
    Instant end = now.atZone(zone).minusYears(settings.textYears()).toInstant();
    int all = 0;
    int gone;
    do {
      gone = Objects.requireNonNull(transactions.execute(_ -> portion(end, now)));
      all += gone;
    } while (gone == TEXTS_AT_ONCE);
    return all;
  }

  private int portion(Instant end, Instant now) {
    Map<UUID, Integer> gone = texts.destroyEndedBefore(end, TEXTS_AT_ONCE);
    if (gone.isEmpty()) {
      return 0;
    }
    gone.keySet().forEach(owner -> steps.insert(owner, STEP, null, null, Act.PROGRAM, now));
    int count = gone.values().stream().mapToInt(Integer::intValue).sum();
    audit.record(
        new Act(
            Act.PROGRAM,
            "privacy.texts-destroyed",
            null,
            null,
            "before " + end.atZone(zone).toLocalDate(),
            count,
            List.of()));
    return count;
  }
}
