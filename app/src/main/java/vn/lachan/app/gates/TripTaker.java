package vn.lachan.app.gates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.DeclaredState;
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
  private final TripParts parts;
  private final TripStore store;
  private final CheckpointBook book;
  private final Visits visits;
  private final People people;
  private final Declarations declarations;
  private final GatesSettings settings;
  private final ProgramSettings program;

  TripTaker(
      GatePersons persons,
      TripParts parts,
      TripStore store,
      CheckpointBook book,
      Visits visits,
      People people,
      Declarations declarations,
      GatesSettings settings,
      ProgramSettings program) {
    this.persons = persons;
    this.parts = parts;
    this.store = store;
    this.book = book;
    this.visits = visits;
    this.people = people;
    this.declarations = declarations;
    this.settings = settings;
    this.program = program;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(TRIP);
  }

  @Override
  public List<RecordAnswer> take(GateDevice device, List<GateRecord> records, Instant now) {
    return persons.each(device, records, (content, account) -> take(device, content, account, now));
  }

  private String take(GateDevice device, GateRecord content, long account, Instant now) {
    if (device.kiosk() || !device.place().type().equals(DeviceRules.CHECKPOINT)) {
      throw Refusal.invalid("gates.refused.no-checkpoint");
    }
    GateBody.Trip trip = parts.whole(device, content);
    LocalDate day = LocalDate.ofInstant(content.at(), program.zone());
    CheckpointRules rules = book.on(day);
    TripCheck.require(trip, rules, settings.tripPeople());
    Map<Long, GateBody.Traveller> travellers = new LinkedHashMap<>();
    for (GateBody.Traveller each : trip.people()) {
      travellers.putIfAbsent(
          persons.find(
              device, each.text(), each.name(), each.typed(), content.scannedAt(each.scannedAt())),
          each);
    }
    var taken =
        new TripStore.Taken(
            device, content, account, trip, travellers, stopped(content, travellers));
    boolean fresh = store.insert(taken, rules, now);
    recordVisits(device, content, account, List.copyOf(travellers.keySet()), now);
    return fresh ? "stored" : "already";
  }

  /** Whom the keeper was told to stop, and whom a declaration that the server has stops. */
  private Set<Long> stopped(GateRecord content, Map<Long, GateBody.Traveller> travellers) {
    Map<Long, DeclaredState> states = declarations.states(travellers.keySet(), content.at());
    Set<Long> stopped = new HashSet<>();
    travellers.forEach(
        (person, each) -> {
          DeclaredState state = states.get(person);
          boolean calls = state != null && state.valid(content.at()) && state.calls();
          if (calls || Boolean.TRUE.equals(each.stops())) {
            stopped.add(person);
          }
        });
    return stopped;
  }

  /** A trip whose visits cannot be recorded is none: its people could not be traced. */
  private void recordVisits(
      GateDevice device, GateRecord content, long account, List<Long> travellers, Instant now) {
    List<Receipt> receipts =
        visits.recordAll(
            DeviceActor.of(device, account),
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
