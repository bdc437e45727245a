package vn.lachan.app.program.backup;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as the commands say them: local, with their offset, readable in both languages. */
final class Times {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private Times() {}

  static String text(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
  }
}
