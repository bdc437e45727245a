package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.DeclaredState;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.AtGate;
import vn.lachan.app.visits.GateScan;
import vn.lachan.app.visits.Verdict;
import vn.lachan.app.visits.Visits;

/** What the server knows about whoever stands at a gate. */
@Component
class GateQuestions {
  private final Visits visits;
  private final Declarations declarations;
  private final PlaceAsking asking;
  private final Audit audit;

  GateQuestions(Visits visits, Declarations declarations, PlaceAsking asking, Audit audit) {
    this.visits = visits;
    this.declarations = declarations;
    this.asking = asking;
    this.audit = audit;
  }

  GateAnswer answer(GateDevice device, String text, @Nullable String name, Instant now) {
    Actor actor = DeviceActor.of(device, 0);
    var scan = new GateScan(text, name, GateScan.Direction.AUTO, false);
    try {
      return answer(device, visits.atGate(actor, device.place().publicId(), scan, now), now);
    } catch (Refusal refusal) {
      return new GateAnswer(
          GateAnswer.Advice.STOP,
          refusal.code(),
          refusal.arguments(),
          List.of(),
          false,
          false,
          inside(device, now));
    }
  }

  int inside(GateDevice device, Instant now) {
    return visits.inside(DeviceActor.of(device, 0), device.place().publicId(), now);
  }

  private GateAnswer answer(GateDevice device, AtGate found, Instant now) {
    Verdict.Said said = found.problem();
    if (said != null) {
      return answer(GateAnswer.Advice.STOP, said, found);
    }
    if (found.asksName()) {
      return answer(GateAnswer.Advice.ASK_NAME, null, found);
    }
    return byDeclaration(device, found, now);
  }

  /** Whoever is inside may leave, whatever was declared. A level is told as an advice only. */
  private GateAnswer byDeclaration(GateDevice device, AtGate found, Instant now) {
    Long person = found.person();
    @Nullable DeclaredState state =
        person == null ? null : declarations.states(List.of(person), now).get(person);
    boolean valid = state != null && state.valid(now);
    boolean calls = state != null && valid && state.calls();
    if (calls && !found.isInside()) {
      audit.record(
          new Act(
              Act.PROGRAM,
              "gates.told-to-stop",
              null,
              null,
              "device " + device.publicId(),
              1,
              List.of(person)));
      return answer(GateAnswer.Advice.STOP, Verdict.Said.of("gates.page.call-station"), found);
    }
    boolean asks =
        !valid && !found.isInside() && asking.of(device.place().number()).declarationNeeded();
    return asks
        ? answer(GateAnswer.Advice.NEEDS_DECLARATION, null, found)
        : answer(GateAnswer.Advice.LET_IN, null, found);
  }

  private static GateAnswer answer(
      GateAnswer.Advice advice, Verdict.@Nullable Said said, AtGate found) {
    return new GateAnswer(
        advice,
        said == null ? null : said.key(),
        said == null ? List.of() : said.arguments(),
        found.warnings().stream().map(Verdict.Said::key).toList(),
        found.isInside(),
        found.isRecent(),
        found.inside());
  }
}
