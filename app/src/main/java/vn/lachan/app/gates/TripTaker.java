package vn.lachan.app.gates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.Receipt;
import vn.lachan.app.visits.SentVisit;
import vn.lachan.app.visits.Visitor;
import vn.lachan.app.visits.Visits;

/**
 * Vehicles that a checkpoint stopped. The trip is stored first and the visits of its people after
 * it, so that a trace which hears of the visits finds who shared the vehicle.
 */
@Component
class TripTaker implements RecordTaker {
  private static final String TRIP = "trip";

  private final GatePersons persons;
  private final TripStore store;
  private final CheckpointBook book;
  private final Visits visits;
  private final People people;
  private final GatesSettings settings;
  private final ProgramSettings program;

  TripTaker(
      GatePersons persons,
      TripStore store,
      CheckpointBook book,
      Visits visits,
      People people,
      GatesSettings settings,
      ProgramSettings program) {
    this.persons = persons;
    this.store = store;
    this.book = book;
    this.visits = visits;
    this.people = people;
    this.settings = settings;
    this.program = program;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TRIP);
  }

  @Override
  public List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now) {
    Set<Long> keepers = persons.keepers(device, records);
    List<RecordAnswer> answers = new ArrayList<>();
    for (GateRecord content : records) {
      try {
        GatePersons.requireKeeper(device, content, keepers);
        answers.add(RecordAnswer.of(content, take(device, content, now)));
      } catch (Refusal refusal) {
        answers.add(RecordAnswer.refused(content.key(), refusal));
      }
    }
    return answers;
  }

  private String take(GateDevice device, GateRecord content, Instant now) {
    if (device.kiosk() || !device.place().type().equals(DeviceRules.CHECKPOINT)) {
      throw Refusal.invalid("gates.refused.no-checkpoint");
    }
    GateBody.Trip trip = GateBody.trip(content);
    LocalDate day = LocalDate.ofInstant(content.at(), program.zone());
    CheckpointRules rules = book.on(day);
    TripCheck.require(trip, rules, settings.tripPeople());
    Map<Long, GateBody.Traveller> travellers = new LinkedHashMap<>();
    for (GateBody.Traveller each : trip.people()) {
      travellers.putIfAbsent(
          persons.find(device, each.text(), each.name(), each.typed(), content.at()), each);
    }
    boolean fresh = store.insert(device, content, trip, travellers, rules, now);
    recordVisits(device, content, List.copyOf(travellers.keySet()), now);
    return fresh ? "stored" : "already";
  }

  /** A trip whose visits cannot be recorded is none: its people could not be traced. */
  private void recordVisits(
      GateDevice device, GateRecord content, List<Long> travellers, Instant now) {
    List<Receipt> receipts =
        visits.recordAll(
            DeviceActor.of(device, content.account()),
            travellers.stream().map(person -> visit(device, content, person)).toList(),
            CaptureWay.KEEPER_SCAN,
            now);
    for (Receipt receipt : receipts) {
      if (receipt.refusal() != null) {
        store.remove(device, content);
        throw Objects.requireNonNull(receipt.refusal());
      }
    }
  }

  private SentVisit visit(GateDevice device, GateRecord content, long person) {
    return new SentVisit(
        device.place().code(),
        new Visitor.PublicId(people.publicId(person)),
        content.at(),
        null,
        false,
        content.originalAt(),
        content.correctionSeconds(),
        device.number());
  }
}
