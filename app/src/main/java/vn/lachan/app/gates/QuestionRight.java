package vn.lachan.app.gates;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Refusal;

/**
 * Which device may ask who somebody is: not a screen, which captures nothing, and no keeper's
 * tablet at which nobody ever signed on. Each has an allowance of its own, so that one never
 * silences another at its gate; without an answer a device judges alone.
 */
@Component
class QuestionRight {
  private final ShiftTable shifts;
  private final GatesSettings settings;
  private final MinuteLimits limits;

  QuestionRight(ShiftTable shifts, GatesSettings settings, Clock clock) {
    this.shifts = shifts;
    this.settings = settings;
    this.limits = new MinuteLimits(clock);
  }

  /**
   * Takes one question out of the device's allowance.
   *
   * @throws Refusal {@code gates.refused.no-questions} or {@code gates.refused.too-fast}
   */
  void require(GateDevice device) {
    if (device.screen() || !(device.kiosk() || shifts.anySignedOn(device.number()))) {
      throw Refusal.forbidden("gates.refused.no-questions");
    }
    if (!limits.take("device" + device.number(), settings.questionsPerMinute(), 1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "gates.refused.too-fast");
    }
  }
}
