package vn.lachan.app.gates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what gates need no more. Every copy of the program runs it; it may run twice. */
@Component
class GateJobs {
  private static final Logger LOG = LoggerFactory.getLogger(GateJobs.class);

  private final GateRecordTable records;
  private final PinTable pins;
  private final TripRetention trips;
  private final GatesSettings settings;
  private final Clock clock;

  GateJobs(
      GateRecordTable records,
      PinTable pins,
      TripRetention trips,
      GatesSettings settings,
      Clock clock) {
    this.records = records;
    this.pins = pins;
    this.trips = trips;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(cron = "0 25 3 * * *", zone = "Asia/Ho_Chi_Minh")
  void forgetOld() {
    Instant now = clock.instant();
    try {
      records.forgetBefore(now.minus(Duration.ofDays(settings.recordDays())));
      pins.forgetBefore(now.minus(Duration.ofDays(1)));
      trips.dropBefore(now.minus(Duration.ofDays(settings.tripDays())));
    } catch (DataAccessException e) {
      LOG.error("old answers of gates could not be forgotten", e);
    }
  }
}
