package vn.lachan.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.paper.Batches;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.Layout;
import vn.lachan.app.paper.NewBatch;
import vn.lachan.app.paper.NewPads;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.paper.Settler;
import vn.lachan.app.paper.SheetRow;
import vn.lachan.app.paper.SheetState;
import vn.lachan.app.paper.VoidReason;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.simulation.Sex;
import vn.lachan.simulation.SyntheticProvince;

/**
 * Paper in the drill province: a pad that was keyed over some days, a batch that two volunteers are
 * half through, with what they read differently, and a fresh pad. The volunteers sign in as {@code
 * nhap-lieu-1} and {@code nhap-lieu-2}.
 */
@Component
class DemoPaper {
  private static final int SHEETS = 40;
  private static final int DAYS = 6;
  private static final int HALF = 12;
  private static final int NAME_LETTERS = 80;
  private static final String FIRST = "nhap-lieu-1";
  private static final String SECOND = "nhap-lieu-2";
  private static final long SEED = 1_907;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Pads pads;
  private final Batches batches;
  private final Keying keying;
  private final Accounts accounts;
  private final Places places;
  private final Units units;
  private final ZoneId zone;

  DemoPaper(
      Pads pads,
      Batches batches,
      Keying keying,
      Accounts accounts,
      Places places,
      Units units,
      ProgramSettings settings) {
    this.pads = pads;
    this.batches = batches;
    this.keying = keying;
    this.accounts = accounts;
    this.places = places;
    this.units = units;
    this.zone = settings.zone();
  }

  /**
   * Makes all of it.
   *
   * @param shop the place of whose commune the officer of the demo is
   */
  String make(SyntheticProvince province, long shop, Instant end) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    PlaceCard place = places.find(shop).orElseThrow();
    Actor one = keyer(FIRST, "Nguyễn Thị Tình Nguyện", place.unit(), end);
    Actor two = keyer(SECOND, "Trần Văn Đoàn Viên", place.unit(), end);
    Instant begin = end.minus(Duration.ofDays(DAYS));
    UUID past = pad(place, null, SHEETS, begin);
    UUID done = batch(past, place.name() + ", tuần trước", SHEETS, begin);
    keyPast(province, done, past, one, two, random, begin);
    Instant today = end.minus(Duration.ofHours(9));
    UUID fresh = pad(place, null, SHEETS, today);
    UUID half = batch(fresh, place.name() + ", hôm nay", HALF * 2, today);
    keyHalf(province, half, fresh, one, two, random, end);
    pad(null, place.unit(), SHEETS, today);
    return past + " " + fresh;
  }

  private Actor keyer(String username, String name, int unit, Instant now) {
    long account =
        accounts
            .byUsername(username)
            .orElseGet(() -> accounts.create(username, name, DemoAccounts.PASSWORD, false, now));
    Grant grant = new Grant(Role.KEYER, new Scope.OfUnit(unit));
    accounts.grant(account, grant, 0, now);
    return new Actor(account, name, Actor.Kind.STAFF, List.of(grant));
  }

  private UUID pad(@Nullable PlaceCard place, @Nullable Integer unit, int sheets, Instant now) {
    List<UUID> of = place == null ? List.of() : List.of(place.publicId());
    return pads.make(
            Actor.program(), new NewPads(of, unit, "residents", "vi", Layout.TWO, sheets), now)
        .getFirst();
  }

  private UUID batch(UUID pad, String name, int to, Instant now) {
    String called = name.length() > NAME_LETTERS ? name.substring(0, NAME_LETTERS) : name;
    UUID batch =
        batches.make(
            Actor.program(),
            new NewBatch(pad, called, 1, to, List.of(), true, Settler.OFFICER),
            now);
    batches.give(Actor.program(), batch, FIRST, now);
    batches.give(Actor.program(), batch, SECOND, now);
    return batch;
  }

  /** Over some days, mostly within hours of the writing; two sheets were lost. */
  private void keyPast(
      SyntheticProvince province,
      UUID batch,
      UUID pad,
      Actor one,
      Actor two,
      RandomGenerator random,
      Instant begin) {
    int at = 0;
    for (SheetRow sheet : pads.sheets(Actor.program(), pad)) {
      if (at % 19 == 18) {
        pads.declareVoid(
            Actor.program(), pad, sheet.serial(), VoidReason.LOST, begin.plusSeconds(60));
      } else {
        Instant written = begin.plus(Duration.ofHours(1L + at * 3L));
        Instant keyed = written.plus(Duration.ofMinutes(20 + random.nextInt(240)));
        Map<String, List<String>> fields = fields(province, random);
        Map<String, List<String>> other = new LinkedHashMap<>(fields);
        if (random.nextInt(5) == 0) {
          other.put("phone", List.of(wrong(fields)));
        }
        key(one, batch, sheet, fields, written, keyed, random);
        key(two, batch, sheet, other, written, keyed.plusSeconds(900), random);
        settle(batch, sheet, keyed.plusSeconds(1_800));
      }
      at++;
    }
  }

  /** Some keyed twice and agreed upon, some read differently, some keyed once. */
  private void keyHalf(
      SyntheticProvince province,
      UUID batch,
      UUID pad,
      Actor one,
      Actor two,
      RandomGenerator random,
      Instant end) {
    for (SheetRow sheet : pads.sheets(Actor.program(), pad)) {
      if (sheet.position() > HALF) {
        return;
      }
      Instant written = end.minus(Duration.ofMinutes(480L - sheet.position() * 20L));
      Instant keyed = end.minus(Duration.ofMinutes(90L - sheet.position() * 3L));
      Map<String, List<String>> fields = fields(province, random);
      if (sheet.position() == HALF - 1) {
        fields.put("symptoms", List.of("true"));
        fields.put("symptoms-note", List.of("Sốt, ho từ hôm qua"));
        fields.put("contact-patient", List.of("true"));
      }
      key(one, batch, sheet, fields, written, keyed, random);
      if (sheet.position() <= HALF / 2) {
        Map<String, List<String>> other = new LinkedHashMap<>(fields);
        if (sheet.position() % 3 == 0) {
          other.put("birth-year", List.of("1979"));
          other.put("phone", List.of(wrong(fields)));
        }
        key(two, batch, sheet, other, written, keyed.plusSeconds(1_200), random);
      }
    }
  }

  private void key(
      Actor keyer,
      UUID batch,
      SheetRow sheet,
      Map<String, List<String>> fields,
      Instant written,
      Instant now,
      RandomGenerator random) {
    ZonedDateTime local = written.atZone(zone);
    Keying.Kept kept =
        keying.save(
            keyer,
            batch,
            new Keying.Typed(
                new UUID(random.nextLong(), random.nextLong()),
                sheet.serial(),
                fields,
                DAY.format(LocalDate.from(local)),
                TIME.format(local),
                35 + random.nextInt(50)),
            now);
    if (!kept.stored()) {
      throw new IllegalStateException("A sheet of the drill has faults: " + kept.faults());
    }
  }

  private void settle(UUID batch, SheetRow sheet, Instant now) {
    Actor officer = Actor.program();
    boolean differs =
        batches.sheets(officer, batch).stream()
            .anyMatch(
                row -> row.serial().equals(sheet.serial()) && row.state() == SheetState.DIFFERENT);
    if (differs) {
      Map<String, Keying.Choice> chosen = new LinkedHashMap<>();
      keying
          .differences(officer, batch, sheet.serial(), now)
          .fields()
          .forEach(field -> chosen.put(field.key(), Keying.Choice.FIRST));
      keying.settle(officer, batch, sheet.serial(), chosen, Map.of(), now);
    }
  }

  private Map<String, List<String>> fields(SyntheticProvince province, RandomGenerator random) {
    var person = province.person(random.nextInt(province.people()));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Unit commune = units.find(person.communeUnitId()).orElseThrow();
    put(fields, "full-name", person.fullName().toUpperCase(Locale.forLanguageTag("vi")));
    put(fields, "birth-year", Integer.toString(person.birthYear()));
    put(fields, "gender", person.sex() == Sex.MALE ? "male" : "female");
    put(fields, "nationality", "VN");
    put(fields, "province", "Tỉnh Thanh Hóa");
    put(fields, "commune", units.path(commune.id()));
    put(fields, "address", person.address());
    put(fields, "phone", "09%08d".formatted(10_000_000 + random.nextInt(80_000_000)));
    put(fields, "travel", "false");
    put(fields, "symptoms", "false");
    put(fields, "contact-patient", "false");
    put(fields, "contact-from-country", "false");
    put(fields, "contact-symptomatic", "false");
    return fields;
  }

  /** The last digit misread. */
  private static String wrong(Map<String, List<String>> fields) {
    String phone = fields.getOrDefault("phone", List.of("0")).getFirst();
    int last = phone.charAt(phone.length() - 1) - '0';
    return phone.substring(0, phone.length() - 1) + (last + 1) % 10;
  }

  private static void put(Map<String, List<String>> fields, String key, String text) {
    fields.put(key, List.of(text));
  }
}
