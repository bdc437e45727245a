package vn.lachan.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.NewPlace;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.engine.scan.PersonName;

/**
 * Places, persons and a token for check-ins over HTTP. Each body is a visit that was never sent
 * before: persons and places take turns, and time steps back a second after each round.
 */
record BenchGate(String token, List<String> codes, List<String> persons, AtomicLong next) {
  private static final int PLACES = 500;
  private static final int PERSONS = 20_000;
  private static final int COMMUNE = 2_315_664;
  private static final int PROVINCE = 2_315_664;

  static BenchGate open(BenchProgram program) {
    Instant now = Clock.systemUTC().instant();
    String token =
        program
            .bean(Tokens.class)
            .create(
                Actor.program(),
                "bench",
                new Grant(Role.TRACER, new Scope.Everywhere()),
                now.plus(Duration.ofDays(1)),
                now)
            .token();
    return new BenchGate(token, codes(program, now), persons(program, now), new AtomicLong());
  }

  /** The body of one more visit. */
  String body() {
    long number = next.getAndIncrement();
    String person = persons.get((int) (number % persons.size()));
    String code = codes.get((int) (number * 7 % codes.size()));
    Instant entered =
        Clock.systemUTC().instant().minusSeconds(number / persons.size() * 37 % 80_000);
    return "{\"place\":\"%s\",\"person\":\"%s\",\"enteredAt\":\"%s\"}"
        .formatted(code, person, entered);
  }

  private static List<String> codes(BenchProgram program, Instant now) {
    Places places = program.bean(Places.class);
    long[] numbers =
        places.load(IntStream.range(0, PLACES).mapToObj(BenchGate::place).iterator(), now);
    List<Long> all = LongStream.of(numbers).boxed().toList();
    return places.cards(all).values().stream()
        .map(PlaceCard::code)
        .map(code -> code.symbols())
        .toList();
  }

  private static NewPlace place(int index) {
    return new NewPlace(
        new Registration(
            "Điểm đo " + index,
            "hospital",
            "Số " + index,
            COMMUNE,
            null,
            null,
            "always",
            null,
            null,
            null,
            null,
            null),
        null,
        null);
  }

  private static List<String> persons(BenchProgram program, Instant now) {
    People people = program.bean(People.class);
    long[] numbers =
        people.load(
            IntStream.range(0, PERSONS)
                .mapToObj(
                    index ->
                        new NewPerson(
                            new PersonName("Người Đo"),
                            null,
                            null,
                            null,
                            false,
                            null,
                            null,
                            PROVINCE,
                            null,
                            now))
                .iterator());
    List<String> ids = new ArrayList<>();
    for (long number : numbers) {
      UUID id = people.publicId(number);
      ids.add(id.toString());
    }
    return ids;
  }
}
