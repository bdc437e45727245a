package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.AtGate;
import vn.lachan.app.visits.GateScan;
import vn.lachan.app.visits.Verdict;
import vn.lachan.app.visits.Visits;

/** What the server knows about whoever stands at a gate. */
@Component
class GateQuestions {
  private final Visits visits;

  GateQuestions(Visits visits) {
    this.visits = visits;
  }

  GateAnswer answer(GateDevice device, String text, @Nullable String name, Instant now) {
    Actor actor = DeviceActor.of(device, 0);
    var scan = new GateScan(text, name, GateScan.Direction.AUTO, false);
    try {
      return answer(visits.atGate(actor, device.place().publicId(), scan, now));
    } catch (Refusal refusal) {
      return new GateAnswer(
          GateAnswer.Advice.STOP,
          refusal.code(),
          refusal.arguments(),
          List.of(),
          false,
          inside(device, now));
    }
  }

  int inside(GateDevice device, Instant now) {
    return visits.inside(DeviceActor.of(device, 0), device.place().publicId(), now);
  }

  private static GateAnswer answer(AtGate found) {
    GateAnswer.Advice advice =
        found.problem() != null
            ? GateAnswer.Advice.STOP
            : found.asksName() ? GateAnswer.Advice.ASK_NAME : GateAnswer.Advice.LET_IN;
    Verdict.Said said = found.problem();
    return new GateAnswer(
        advice,
        said == null ? null : said.key(),
        said == null ? List.of() : said.arguments(),
        found.warnings().stream().map(Verdict.Said::key).toList(),
        found.isInside(),
        found.inside());
  }
}
