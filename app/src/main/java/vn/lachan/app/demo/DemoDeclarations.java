package vn.lachan.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.NewDeclaration;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.form.Answer;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;
import vn.lachan.engine.form.Value;
import vn.lachan.simulation.Sex;
import vn.lachan.simulation.SimulatedPerson;
import vn.lachan.simulation.SyntheticProvince;

/** Health declarations of the last days, as people of the drill province would have made them. */
@Component
class DemoDeclarations {
  private static final int DECLARATIONS = 3_000;
  private static final int DAYS = 10;
  private static final long SEED = 2_213;
  private static final String FORM = "residents";
  private static final String GENDERS = "urn:lachan:gender";

  private final Declarations declarations;
  private final Units units;
  private final ZoneId zone;

  DemoDeclarations(Declarations declarations, Units units, ProgramSettings settings) {
    this.declarations = declarations;
    this.units = units;
    this.zone = settings.zone();
  }

  String make(SyntheticProvince province, long[] placeNumbers, long[] personNumbers, Instant end) {
    FormView form = declarations.form(FORM, end.atZone(zone).toLocalDate());
    if (!(Forms.read(form.questionnaireJson())
        instanceof FormReading.Accepted<Questionnaire>(Questionnaire questionnaire))) {
      throw new IllegalStateException("The form of residents cannot be read");
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    int made =
        declarations.load(
            IntStream.range(0, Math.min(DECLARATIONS, province.people()))
                .mapToObj(
                    _ -> {
                      int index = random.nextInt(province.people());
                      boolean atPlace = random.nextInt(3) > 0;
                      Long place =
                          atPlace ? (Long) placeNumbers[random.nextInt(placeNumbers.length)] : null;
                      Instant at = moment(random, end);
                      String response =
                          answers(questionnaire, province.person(index), random, at, end);
                      return new NewDeclaration(
                          new UUID(random.nextLong(), random.nextLong()),
                          personNumbers[index],
                          FORM,
                          form.version(),
                          response,
                          random.nextInt(5) == 0 ? DeclarationWay.BEHALF : DeclarationWay.OWN,
                          place,
                          null,
                          at,
                          null,
                          0,
                          null);
                    })
                .iterator(),
            end);
    return Integer.toString(made);
  }

  /** More today than before, never in the future. */
  private static Instant moment(RandomGenerator random, Instant end) {
    long minutes = (long) (Math.pow(random.nextDouble(), 2) * DAYS * 24 * 60);
    return end.minus(Duration.ofMinutes(minutes + 1));
  }

  private String answers(
      Questionnaire questionnaire,
      SimulatedPerson person,
      RandomGenerator random,
      Instant at,
      Instant end) {
    boolean ill = random.nextInt(25) == 0;
    boolean met = ill ? isToday(at, end) && random.nextInt(3) == 0 : random.nextInt(30) == 0;
    boolean travelled = random.nextInt(12) == 0;
    List<ResponseItem> items = new ArrayList<>();
    items.add(ResponseItem.group("person", who(person)));
    items.add(truth("travel", travelled, "travel-places", "Thành phố Đà Nẵng"));
    items.add(truth("symptoms", ill, "symptoms-note", "Sốt nhẹ từ tối qua"));
    items.add(
        ResponseItem.group(
            "contact",
            List.of(
                ResponseItem.answer("contact-patient", new Value.Truth(met)),
                ResponseItem.answer("contact-from-country", new Value.Truth(false)),
                ResponseItem.answer("contact-symptomatic", new Value.Truth(met)))));
    // Not toString(), which leaves the seconds out of a whole minute.
    String authored =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            at.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    return Forms.write(
        Forms.settle(
            questionnaire,
            new Response(questionnaire.canonical(), "completed", authored, List.copyOf(items))));
  }

  /** Whoever was at red before has been called: a drill begins with today's. */
  private static boolean isToday(Instant at, Instant end) {
    return at.isAfter(end.minus(Duration.ofHours(12)));
  }

  private List<ResponseItem> who(SimulatedPerson person) {
    List<Unit> above = units.ancestors(person.communeUnitId());
    Unit commune = units.find(person.communeUnitId()).orElseThrow();
    String gender = person.sex() == Sex.MALE ? "male" : "female";
    List<ResponseItem> items = new ArrayList<>();
    add(items, "full-name", person.fullName().toUpperCase(Locale.forLanguageTag("vi")));
    if (person.citizenNumber() != null) {
      add(items, "document-number", person.citizenNumber());
    }
    items.add(ResponseItem.answer("birth-year", new Value.Whole(person.birthYear())));
    items.add(
        ResponseItem.answer(
            "gender", new Value.Code(GENDERS, gender, gender.equals("male") ? "Nam" : "Nữ")));
    items.add(
        ResponseItem.answer(
            "nationality", new Value.Code("urn:iso:std:iso:3166", "VN", "Việt Nam")));
    add(items, "province", above.isEmpty() ? "" : above.getLast().fullName());
    add(items, "commune", commune.fullName());
    add(items, "address", person.address());
    String phone = person.phone();
    add(items, "phone", phone == null ? "không có" : "0" + phone.substring(2));
    return items;
  }

  /** A question with the one that is asked where it is answered with yes. */
  private static ResponseItem truth(String linkId, boolean truth, String inner, String text) {
    List<ResponseItem> asked = truth ? List.of(ResponseItem.answer(inner, words(text))) : List.of();
    return ResponseItem.answers(linkId, List.of(new Answer(new Value.Truth(truth), asked)));
  }

  private static void add(List<ResponseItem> items, String linkId, String text) {
    items.add(ResponseItem.answer(linkId, words(text)));
  }

  private static Value words(String text) {
    return new Value.Words(text);
  }
}
