package vn.lachan.app.paper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;

/**
 * Destroys photographs and keyings whose time is over. Every copy of the program runs it; it may
 * run twice.
 */
@Component
class PaperHousekeeping {
  private final PhotoTable photos;
  private final EntryTable entries;
  private final PaperSettings settings;
  private final Audit audit;
  private final Clock clock;

  PaperHousekeeping(
      PhotoTable photos, EntryTable entries, PaperSettings settings, Audit audit, Clock clock) {
    this.photos = photos;
    this.entries = entries;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(cron = "0 40 * * * *", zone = "Asia/Ho_Chi_Minh")
  @Transactional
  public void hourly() {
    destroyOld(clock.instant());
  }

  void destroyOld(Instant now) {
    note(
        "paper.photo-deadline",
        photos.destroyBefore(now.minus(Duration.ofDays(settings.photoDays())), Act.PROGRAM, now));
    note(
        "paper.entry-deadline",
        entries.forgetBefore(now.minus(Duration.ofDays(settings.entryDays())), now));
  }

  private void note(String kind, int rows) {
    if (rows > 0) {
      audit.record(new Act(Act.PROGRAM, kind, null, null, null, rows, List.of()));
    }
  }
}
