package vn.lachan.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.NewDeclaration;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.simulation.Sex;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SyntheticProvince;

/** Rides and places that people of the drill province declared: a flight, a coach, some words. */
@Component
class DemoTravels {
  private static final int RIDERS = 90;
  private static final int VISITORS = 40;
  private static final long SEED = 5_053;
  private static final int SEAT_ROWS = 30;
  private static final List<String> VEHICLES = List.of("VN 1271", "VN 1273", "36B-014.52");

  private final Declarations declarations;
  private final Units units;
  private final ZoneId zone;

  DemoTravels(Declarations declarations, Units units, ProgramSettings settings) {
    this.declarations = declarations;
    this.units = units;
    this.zone = settings.zone();
  }

  String make(SyntheticProvince province, long[] personNumbers, Instant end) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<NewDeclaration> made = new ArrayList<>();
    for (int index = 0; index < RIDERS + VISITORS; index++) {
      int person = random.nextInt(province.people());
      Instant at = end.minus(Duration.ofMinutes(random.nextInt(4 * 24 * 60) + 1L));
      Map<String, List<String>> fields = who(province.person(person));
      put(fields, "symptoms", "false");
      boolean rides = index < RIDERS;
      if (rides) {
        ride(fields, province.person(person), random, at);
      } else {
        visit(fields, province, random, at);
      }
      String form = rides ? "domestic-travel" : "places-visited";
      made.add(declaration(form, fields, personNumbers[person], random, at));
    }
    return Integer.toString(declarations.load(made.iterator(), end));
  }

  private NewDeclaration declaration(
      String code,
      Map<String, List<String>> fields,
      long person,
      RandomGenerator random,
      Instant at) {
    FormView form = declarations.form(code, LocalDate.ofInstant(at, zone));
    if (!(Forms.read(form.questionnaireJson())
        instanceof FormReading.Accepted<Questionnaire>(Questionnaire questionnaire))) {
      throw new IllegalStateException("The form cannot be read: " + code);
    }
    String json = Forms.write(Forms.fill(questionnaire, fields, moment(at)).response());
    return new NewDeclaration(
        new UUID(random.nextLong(), random.nextLong()),
        person,
        code,
        form.version(),
        json,
        DeclarationWay.OWN,
        null,
        null,
        at,
        null,
        0,
        null);
  }

  private void ride(
      Map<String, List<String>> fields,
      SimulatedPerson person,
      RandomGenerator random,
      Instant at) {
    String vehicle = VEHICLES.get(random.nextInt(VEHICLES.size()));
    put(fields, "vehicle", vehicle.startsWith("VN") ? "airplane" : "other");
    put(fields, "vehicle-number", vehicle);
    put(fields, "seat", 1 + random.nextInt(SEAT_ROWS) + "" + "ABCDEF".charAt(random.nextInt(6)));
    put(fields, "departure-date", LocalDate.ofInstant(at, zone).toString());
    put(fields, "origin-province", "Thành phố Hồ Chí Minh");
    put(fields, "origin-commune", "Phường Tân Sơn Nhất");
    put(fields, "destination-province", province(person));
    put(fields, "destination-commune", units.path(person.communeUnitId()));
    put(fields, "travel", "true");
    put(fields, "travel-places", "Thành phố Hồ Chí Minh");
    for (String asked : List.of("patient", "from-country", "symptomatic")) {
      put(fields, "contact-" + asked, "false");
    }
  }

  /** Some name a place as it is registered, some nearly so. */
  private void visit(
      Map<String, List<String>> fields,
      SyntheticProvince province,
      RandomGenerator random,
      Instant at) {
    String name = province.place(random.nextInt(Math.min(province.places(), 60))).name();
    List<String> ways = List.of("%s", "gần %s", "%s, cạnh cầu", "trước cửa %s");
    Instant from =
        at.minus(Duration.ofHours(2L + random.nextInt(30))).truncatedTo(ChronoUnit.MINUTES);
    put(fields, "stay-place#0", ways.get(random.nextInt(ways.size())).formatted(name));
    put(fields, "stay-from#0", moment(from));
    put(fields, "stay-to#0", moment(from.plus(Duration.ofMinutes(40))));
  }

  private Map<String, List<String>> who(SimulatedPerson person) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    put(fields, "full-name", person.fullName());
    put(fields, "birth-year", Integer.toString(person.birthYear()));
    put(fields, "gender", person.sex() == Sex.MALE ? "male" : "female");
    put(fields, "nationality", "VN");
    put(fields, "province", province(person));
    put(fields, "commune", units.path(person.communeUnitId()));
    put(fields, "address", person.address());
    String phone = person.phone();
    put(fields, "phone", phone == null ? "không có" : "0" + phone.substring(2));
    return fields;
  }

  private String province(SimulatedPerson person) {
    return units.ancestors(person.communeUnitId()).stream()
        .map(Unit::fullName)
        .reduce((_, last) -> last)
        .orElse("");
  }

  private String moment(Instant at) {
    return at.atZone(zone)
        .truncatedTo(ChronoUnit.SECONDS)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static void put(Map<String, List<String>> fields, String linkId, String text) {
    fields.put(linkId, List.of(text));
  }
}
