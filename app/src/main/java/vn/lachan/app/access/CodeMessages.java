package vn.lachan.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.CodeTable.StoredCode;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.messaging.ContentSource;
import vn.lachan.app.messaging.Outgoing;

/** Opens a one-time code and its phone at the moment of sending. */
@Component
class CodeMessages implements ContentSource {
  static final String OWNER = "access";
  static final String TEMPLATE = "one-time-code";

  private final CodeTable codes;
  private final Keyring keyring;
  private final Clock clock;

  CodeMessages(CodeTable codes, Keyring keyring, Clock clock) {
    this.codes = codes;
    this.keyring = keyring;
    this.clock = clock;
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public Optional<Outgoing> resolve(String template, long number) {
    Instant now = clock.instant();
    return codes.open(number, now).map(code -> outgoing(code, now));
  }

  /** A code twice is the same code; a code never is a person who cannot come in. */
  @Override
  public boolean mayRepeat(String template) {
    return true;
  }

  private Outgoing outgoing(StoredCode code, Instant now) {
    long minutes = Math.max(1, Duration.between(now, code.expiresAt()).plusSeconds(30).toMinutes());
    return new Outgoing(
        keyring.open(code.phone(), CodeDesk.CONTEXT),
        Locale.of(code.language()),
        Map.of(
            "code",
            keyring.open(code.code(), CodeDesk.CONTEXT),
            "minutes",
            Long.toString(minutes)));
  }
}
