package vn.lachan.app.gates;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that lay under a seal; what is not a record is null. */
@Component
class RecordText {
  private static final Pattern KIND = Pattern.compile("[a-z-]{1,30}");
  private static final int TEXT_MOST = 2_000;
  private static final int NAME_MOST = 200;
  private static final int BODY_MOST = 100_000;
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
  private static final int CORRECTION_MOST = 40 * 86_400;

  private final JsonMapper json;

  RecordText(JsonMapper json) {
    this.json = json;
  }

  /** As a device writes it; {@code at} in milliseconds since 1970. */
  private record Written(
      String kind,
      long at,
      long account,
      @Nullable UUID shift,
      @Nullable String text,
      @Nullable String name,
      boolean typed,
      @Nullable String body) {}

  @Nullable GateRecord read(byte[] content, SealedRecord sealed) {
    Written written;
    try {
      written = json.readValue(content, Written.class);
    } catch (JacksonException e) {
      return null;
    }
    if (written == null || isAbsurd(written) || isAbsurd(sealed.correctionSeconds())) {
      return null;
    }
    Instant original = Instant.ofEpochSecond(Math.floorDiv(written.at(), 1_000L));
    return new GateRecord(
        sealed.key(),
        sealed.sequence(),
        written.kind(),
        original,
        original.plusSeconds(sealed.correctionSeconds()),
        sealed.correctionSeconds(),
        written.account(),
        written.shift(),
        written.text(),
        written.name(),
        written.typed(),
        written.body());
  }

  private static boolean isAbsurd(Written written) {
    return written.kind() == null
        || !KIND.matcher(written.kind()).matches()
        || written.at() < EARLIEST
        || written.at() > LATEST
        || isLonger(written.text(), TEXT_MOST)
        || isLonger(written.name(), NAME_MOST)
        || isLonger(written.body(), BODY_MOST);
  }

  private static boolean isAbsurd(int correctionSeconds) {
    return Math.abs((long) correctionSeconds) > CORRECTION_MOST;
  }

  private static boolean isLonger(@Nullable String text, int most) {
    return text != null && text.length() > most;
  }
}
