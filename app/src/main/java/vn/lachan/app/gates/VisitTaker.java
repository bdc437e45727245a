package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.Receipt;
import vn.lachan.app.visits.SentVisit;
import vn.lachan.app.visits.Visits;

/**
 * Visits and check-outs that a gate captured. The direction was decided when it was shown to the
 * keeper, so that a record sent again means the same; visits' own keys do the rest.
 */
@Component
class VisitTaker implements RecordTaker {
  private static final String VISIT = "visit";
  private static final String DEPARTURE = "departure";

  private final Visits visits;
  private final GatePersons persons;

  VisitTaker(Visits visits, GatePersons persons) {
    this.visits = visits;
    this.persons = persons;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(VISIT, DEPARTURE);
  }

  private record Sender(long account, CaptureWay way) {}

  private record Ready(GateRecord content, SentVisit visit) {}

  @Override
  public List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now) {
    Map<UUID, RecordAnswer> answers = new HashMap<>();
    Map<Sender, List<Ready>> bySender = new LinkedHashMap<>();
    GatePersons.Keepers keepers = persons.keepers(device, records);
    for (GateRecord content : records) {
      try {
        var sender =
            new Sender(
                keepers.accountOf(device, content),
                content.typed() ? CaptureWay.KEEPER_TYPED : CaptureWay.KEEPER_SCAN);
        bySender
            .computeIfAbsent(sender, unused -> new ArrayList<>())
            .add(new Ready(content, visit(device, content)));
      } catch (Refusal refusal) {
        GatePersons.requireLasting(refusal);
        answers.put(content.key(), RecordAnswer.refused(content.key(), visits.counted(refusal)));
      }
    }
    bySender.forEach((sender, ready) -> record(device, sender, ready, now, answers));
    return records.stream()
        .map(content -> Objects.requireNonNull(answers.get(content.key())))
        .toList();
  }

  private void record(
      GateDevice device,
      Sender sender,
      List<Ready> ready,
      Instant now,
      Map<UUID, RecordAnswer> answers) {
    List<Receipt> receipts =
        visits.recordAll(
            DeviceActor.of(device, sender.account()),
            ready.stream().map(Ready::visit).toList(),
            sender.way(),
            now);
    for (int index = 0; index < ready.size(); index++) {
      GateRecord content = ready.get(index).content();
      answers.put(content.key(), answer(content, receipts.get(index)));
    }
  }

  private static RecordAnswer answer(GateRecord content, Receipt receipt) {
    Refusal refusal = receipt.refusal();
    if (refusal != null) {
      return RecordAnswer.refused(content.key(), refusal);
    }
    String outcome = String.valueOf(receipt.outcome()).toLowerCase(Locale.ROOT).replace('_', '-');
    return RecordAnswer.of(content, outcome);
  }

  private static SentVisit visit(GateDevice device, GateRecord content) {
    boolean leaves = content.kind().equals(DEPARTURE);
    return new SentVisit(
        device.place().code(),
        GatePersons.visitor(device, content.text(), content.name(), content.typed()),
        leaves ? null : content.at(),
        leaves ? content.at() : null,
        content.typed(),
        content.originalAt(),
        content.correctionSeconds(),
        device.number());
  }
}
