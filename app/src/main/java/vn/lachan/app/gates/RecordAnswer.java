package vn.lachan.app.gates;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * What became of a record; given only after what it says is durable.
 *
 * @param outcome {@code stored}, {@code already}, {@code departed}, {@code waiting}, {@code
 *     withdrawn-earlier} or {@code refused}
 * @param code why it was refused: a message key that needs no identity; null otherwise
 */
public record RecordAnswer(
    UUID key, String outcome, @Nullable String code, List<Object> arguments) {
  static final String REFUSED = "refused";

  public RecordAnswer {
    arguments = List.copyOf(arguments);
  }

  public static RecordAnswer of(GateRecord gateRecord, String outcome) {
    return new RecordAnswer(gateRecord.key(), outcome, null, List.of());
  }

  public static RecordAnswer refused(UUID key, Refusal refusal) {
    return new RecordAnswer(key, REFUSED, refusal.code(), refusal.arguments());
  }

  public boolean isRefused() {
    return outcome.equals(REFUSED);
  }
}
