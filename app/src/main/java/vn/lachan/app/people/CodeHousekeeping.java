package vn.lachan.app.people;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lachan.engine.scan.SignedCode;

/** Forgets the issues of codes that expired long ago; nothing accepts them anyway. */
@Component
class CodeHousekeeping {
  /** A gate that was away may send records of codes that were good then. */
  private static final int KEPT_DAYS = 60;

  private final IssuedCodeTable table;
  private final Clock clock;

  CodeHousekeeping(IssuedCodeTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Scheduled(cron = "0 50 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void forgetDaily() {
    LocalDate today = LocalDate.ofEpochDay(SignedCode.dayOf(clock.instant().getEpochSecond()));
    table.deleteExpiredBefore(today.minusDays(KEPT_DAYS));
  }
}
