package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.PersonSeals;

/** Stores trips sealed, and opens what was sealed for whoever may see it. */
@Component
class TripStore {
  private static final String PLATE = "gates.plate";

  private final TripTable table;
  private final PersonSeals seals;
  private final Keyring keyring;
  private final JsonMapper json;

  TripStore(TripTable table, PersonSeals seals, Keyring keyring, JsonMapper json) {
    this.table = table;
    this.seals = seals;
    this.keyring = keyring;
    this.json = json;
  }

  /** What is sealed of the trip itself. */
  record Said(
      @Nullable String plate,
      @Nullable String origin,
      @Nullable String destination,
      @Nullable String note) {
    @Override
    public String toString() {
      return "Said[***]";
    }
  }

  /**
   * A trip whose people were recognised.
   *
   * @param account the keeper's; 0 where nobody proved to be the one named
   * @param stopped those of the travellers who had to stop
   */
  record Taken(
      GateDevice device,
      GateRecord content,
      long account,
      GateBody.Trip trip,
      Map<Long, GateBody.Traveller> travellers,
      Set<Long> stopped) {
    @Override
    public String toString() {
      return "Taken[" + content.key() + "]";
    }
  }

  /** False where this record was stored before. */
  @Transactional
  boolean insert(Taken taken, CheckpointRules rules, Instant now) {
    GateDevice device = taken.device();
    GateRecord content = taken.content();
    GateBody.Trip trip = taken.trip();
    Map<Long, GateBody.Traveller> travellers = taken.travellers();
    String typed = Objects.requireNonNullElse(trip.plate(), "");
    boolean onFoot = trip.vehicle().equals(TripCheck.ON_FOOT) && typed.isBlank();
    Plate plate = onFoot ? null : Plate.of(typed);
    String thing = thing(device.number(), content.key().toString());
    List<Long> persons = List.copyOf(travellers.keySet());
    var said =
        new Said(
            plate == null ? null : plate.text(), trip.origin(), trip.destination(), trip.note());
    List<PersonSeals.Plain> plain = new ArrayList<>();
    plain.add(new PersonSeals.Plain(persons.getFirst(), thing, json.writeValueAsString(said)));
    for (int index = 0; index < persons.size(); index++) {
      TripPapers papers =
          TripPapers.of(
              Objects.requireNonNull(travellers.get(persons.get(index))), rules, content.at());
      plain.add(
          new PersonSeals.Plain(
              persons.get(index), papersThing(thing, index), json.writeValueAsString(papers)));
    }
    Map<String, byte[]> sealed = seals.sealAll(plain);
    if (sealed.size() < plain.size()) {
      throw new Refusal(Refusal.Kind.GONE, "gates.refused.destroyed");
    }
    byte[] hash = plate == null ? null : keyring.hash(PLATE, plate.text());
    return table.insert(
        new TripTable.New(
            device,
            content,
            taken.account(),
            trip,
            plate != null && plate.checked(),
            hash,
            sealed.get(thing),
            rows(persons, taken, thing, sealed)),
        now);
  }

  @Transactional
  void remove(GateDevice device, GateRecord content) {
    table.remove(device.number(), content.key());
  }

  /** By every version of the look-up key. */
  List<byte[]> hashes(String plate) {
    return keyring.hashes(PLATE, Plate.of(plate).text());
  }

  /** What was sealed of trips, by their number; those whose person was destroyed miss. */
  Map<Long, Said> said(List<TripTable.Row> rows) {
    Map<String, Long> numbers = new HashMap<>();
    List<PersonSeals.Row> sealed = new ArrayList<>();
    for (TripTable.Row row : rows) {
      if (row.sealed() != null) {
        String thing = thing(row.device(), row.key().toString());
        numbers.put(thing, row.number());
        sealed.add(new PersonSeals.Row(row.lead(), thing, row.sealed()));
      }
    }
    Map<Long, Said> said = new HashMap<>();
    seals
        .openAll(sealed)
        .forEach(
            (thing, text) ->
                said.put(
                    Objects.requireNonNull(numbers.get(thing)), json.readValue(text, Said.class)));
    return said;
  }

  Optional<TripPapers> papers(TripTable.Row trip, TripTable.Person person) {
    byte[] sealed = person.sealed();
    if (sealed == null) {
      return Optional.empty();
    }
    String thing = papersThing(thing(trip.device(), trip.key().toString()), person.position());
    return seals
        .open(new PersonSeals.Row(person.person(), thing, sealed))
        .map(text -> json.readValue(text, TripPapers.class));
  }

  private static List<TripTable.Person> rows(
      List<Long> persons, Taken taken, String thing, Map<String, byte[]> sealed) {
    List<TripTable.Person> rows = new ArrayList<>();
    for (int index = 0; index < persons.size(); index++) {
      long person = persons.get(index);
      GateBody.Traveller each = Objects.requireNonNull(taken.travellers().get(person));
      rows.add(
          new TripTable.Person(
              index,
              person,
              each.role(),
              each.row(),
              taken.stopped().contains(person),
              sealed.get(papersThing(thing, index))));
    }
    return rows;
  }

  private static String thing(long device, String key) {
    return "gates.trip:" + device + ":" + key;
  }

  private static String papersThing(String thing, int position) {
    return thing + ":" + position;
  }
}
