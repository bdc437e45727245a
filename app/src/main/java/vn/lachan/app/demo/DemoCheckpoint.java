package vn.lachan.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateLoad;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SyntheticProvince;

/** One checkpoint with the trips of its last days, as its keeper would have entered them. */
@Component
class DemoCheckpoint {
  private static final int TRIPS = 60;
  private static final int HOURS = 60;
  private static final long SEED = 5_753;
  private static final String KEEPER = "bao-ve";
  private static final long PROGRAM = 0;
  private static final List<String> VEHICLES = List.of("motorbike", "car", "truck", "coach");
  private static final List<String> REASONS = List.of("no-test", "test-expired", "no-permit");
  private static final List<String> FROM = List.of("Ninh Bình", "Nghệ An", "Hà Nội", "Hòa Bình");

  private final GateLoad gates;
  private final Places places;
  private final Accounts accounts;
  private final JsonMapper json;

  DemoCheckpoint(GateLoad gates, Places places, Accounts accounts, JsonMapper json) {
    this.gates = gates;
    this.places = places;
    this.accounts = accounts;
    this.json = json;
  }

  /** Registers the checkpoint and enrols its tablet; answers the tablet. */
  String open(int commune, Instant now) {
    var registration =
        Registration.alwaysOpen(
            "Chốt kiểm soát dịch cửa ngõ phía Bắc", "checkpoint", "Quốc lộ 1A", commune);
    UUID id = places.register(Actor.program(), registration, now);
    PlaceCard place = places.byPublicId(id).orElseThrow();
    accounts.grant(
        keeper(), new Grant(Role.KEEPER, new Scope.OfPlace(place.number())), PROGRAM, now);
    return gates.device(id, "Máy bảng chốt", keeper(), now).toString();
  }

  /** Each trip has a key of its own, so loading twice is loading once. */
  String load(SyntheticProvince province, String device, Instant end) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<SimulatedPerson> travellers = new ArrayList<>();
    while (travellers.size() < TRIPS * 3) {
      SimulatedPerson person = province.person(random.nextInt(province.people()));
      if (person.phone() != null) {
        travellers.add(person);
      }
    }
    List<GateLoad.LoadedTrip> trips = new ArrayList<>();
    for (int trip = 0; trip < TRIPS; trip++) {
      Instant at =
          end.minus(Duration.ofMinutes(2 + random.nextInt(HOURS * 60)))
              .truncatedTo(ChronoUnit.SECONDS);
      List<SimulatedPerson> aboard = travellers.subList(trip * 3, trip * 3 + 1 + random.nextInt(3));
      trips.add(
          new GateLoad.LoadedTrip(
              new UUID(random.nextLong(), random.nextLong()),
              at,
              json.writeValueAsString(trip(aboard, at, random))));
    }
    return Integer.toString(gates.trips(UUID.fromString(device), keeper(), trips, end));
  }

  private Map<String, @Nullable Object> trip(
      List<SimulatedPerson> aboard, Instant at, RandomGenerator random) {
    boolean refused = random.nextInt(6) == 0;
    boolean sentOn = !refused && random.nextInt(15) == 0;
    Map<String, @Nullable Object> trip = new LinkedHashMap<>();
    trip.put(
        "plate", "%02dA%05d".formatted(29 + random.nextInt(10), 10_000 + random.nextInt(90_000)));
    trip.put("vehicle", VEHICLES.get(random.nextInt(VEHICLES.size())));
    trip.put("direction", random.nextInt(4) == 0 ? "out" : "in");
    trip.put("origin", FROM.get(random.nextInt(FROM.size())));
    trip.put("destination", "Thanh Hóa");
    trip.put("decision", refused ? "refused" : sentOn ? "sent-on" : "let-through");
    trip.put(
        "reason",
        refused ? REASONS.get(random.nextInt(REASONS.size())) : sentOn ? "to-testing" : null);
    List<Map<String, @Nullable Object>> people = new ArrayList<>();
    for (SimulatedPerson person : aboard) {
      people.add(traveller(person, people.size(), at, random));
    }
    trip.put("people", people);
    return trip;
  }

  private static Map<String, @Nullable Object> traveller(
      SimulatedPerson person, int position, Instant at, RandomGenerator random) {
    boolean tested = random.nextInt(5) > 0;
    Map<String, @Nullable Object> traveller = new LinkedHashMap<>();
    traveller.put("text", "0" + String.valueOf(person.phone()).substring(2));
    traveller.put("name", person.fullName());
    traveller.put("typed", true);
    traveller.put("role", position == 0 ? "driver" : "passenger");
    traveller.put("row", 1 + position / 2);
    traveller.put("test", tested ? "pcr" : null);
    traveller.put("result", tested ? "negative" : null);
    traveller.put(
        "takenAt",
        tested ? at.minus(Duration.ofHours(6 + random.nextInt(80))).toEpochMilli() : null);
    traveller.put("doses", random.nextInt(3));
    traveller.put("permit", null);
    return traveller;
  }

  private long keeper() {
    return accounts.byUsername(KEEPER).orElseThrow();
  }
}
