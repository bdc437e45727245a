package vn.lachan.app.structure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.OneTimeCodes;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.SecondFactors;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.gates.GateDevice;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.WrappedKeys;
import vn.lachan.app.paper.Batches;
import vn.lachan.app.paper.Keying;
import vn.lachan.app.paper.Layout;
import vn.lachan.app.paper.NewBatch;
import vn.lachan.app.paper.NewPads;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.paper.Settler;
import vn.lachan.app.paper.SheetPhotos;
import vn.lachan.app.paper.SheetState;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.Inspections;
import vn.lachan.app.places.NewInspection;
import vn.lachan.app.places.PlaceImports;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.privacy.AgencyField;
import vn.lachan.app.privacy.AgencyPurpose;
import vn.lachan.app.privacy.AgencyRequests;
import vn.lachan.app.privacy.NewAgencyRequest;
import vn.lachan.app.residents.ResidentAccounts;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PhoneNumber;

/** A key that a table keeps is wrapped anew when the master key is exchanged; none is forgotten. */
@ProgramTest
class WrappedKeyTests {
  @Autowired private List<WrappedKeys> offered;
  @Autowired private Keyring keyring;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Accounts accounts;
  @Autowired private OneTimeCodes codes;
  @Autowired private ResidentAccounts residents;
  @Autowired private SecondFactors factors;
  @Autowired private Places places;
  @Autowired private PlaceImports imports;
  @Autowired private Inspections inspections;
  @Autowired private Cases cases;
  @Autowired private AgencyRequests agencies;
  @Autowired private GateOffice gates;
  @Autowired private GateDoor gateDoor;
  @Autowired private Pads pads;
  @Autowired private Batches batches;
  @Autowired private Keying keying;
  @Autowired private SheetPhotos photos;
  @Autowired private Units units;
  @Autowired private Clock clock;

  @Test
  void everyColumnOfKeysIsOfferedToTheRotation() {
    List<String> columns =
        jdbc.sql(
                """
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.columns
                where data_type = 'bytea' and column_name like '%\\_key'
                """)
            .query((row, index) -> row.getString(1))
            .list();
    assertThat(columns).hasSizeGreaterThan(8);
    assertThat(offered.stream().map(WrappedKeys::column).toList())
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  /** A key is bound to its row: a wrong context, or a column left out, would fail here. */
  @Test
  void whatEveryModuleSealedIsWrappedAnew() {
    Instant now = clock.instant();
    seal(now);
    keyring.keepWith((master, lookup) -> {});
    int old = keyring.masterVersion();
    assertThat(offered).filteredOn(column -> !column.isUsed(old)).isEmpty();
    int newest = keyring.addMasterVersion();
    for (WrappedKeys column : offered) {
      String after = null;
      do {
        String from = after;
        after =
            Objects.requireNonNull(transactions.execute(status -> column.rewrap(keyring, from, 2)))
                .last();
      } while (after != null);
      assertThat(column.byVersion().keySet()).as(column.column()).containsExactly(newest);
      assertThat(column.isUsed(old)).isFalse();
    }
  }

  private void seal(Instant now) {
    int commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .get(6)
            .id();
    PhoneNumber phone = new PhoneNumber("84961234567");
    accounts.ownerFor(phone, "Ngô Thị Chủ", now);
    var proved = codes.request(phone, ResidentAccounts.PROOF, Locale.ENGLISH, now);
    String name = "khoa.phu." + UUID.randomUUID().toString().substring(0, 8);
    long account = accounts.create(name, "Khóa Phụ", "mat-khau-rat-dai", false, now);
    factors.begin(actor(account, Role.AUDITOR), now);
    Actor officer = actor(account, Role.COMMUNE);
    codes.confirmFor(officer, proved.reference(), now);
    residents.signIn(codes.confirmedByOfficer(proved.token(), now).orElseThrow(), "?", now);
    UUID place = places.register(officer, registration(commune), now);
    GateDevice gate =
        gateDoor.enrol(gates.enrol(officer, place, "Máy", false, now).code(), now).device();
    gateDoor.contact(gate, new GateDoor.DeviceReport(0, 0, 0, null, 0), now);
    imports.upload(officer, "điểm.csv", "Tên;Địa chỉ\nQuán;Số 1".getBytes(UTF_8), now);
    inspections.record(officer, inspection(place, now), now);
    cases.open(officer, newCase(commune, now), now);
    agencies.enter(actor(account, Role.AGENCY), agencyRequest(), now);
    sealPaper(officer, place, commune, now);
  }

  /** A sheet that was keyed once and waits for the second keyer, with its photograph. */
  private void sealPaper(Actor officer, UUID place, int commune, Instant now) {
    var asked = new NewPads(List.of(place), null, "residents", "vi", Layout.ONE, 1);
    UUID pad = pads.make(officer, asked, now).getFirst();
    String serial = pads.sheets(officer, pad).getFirst().serial();
    UUID batch =
        batches.make(officer, new NewBatch(pad, "Lô", 1, 1, List.of(), true, Settler.OFFICER), now);
    photos.attach(officer, batch, serial, picture(), now);
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("full-name", List.of("Lê Thị Giấy"));
    answers.put("birth-year", List.of("1985"));
    answers.put("gender", List.of("female"));
    answers.put("nationality", List.of("VN"));
    answers.put("province", List.of("Cà Mau"));
    answers.put("commune", List.of(units.path(commune)));
    answers.put("address", List.of("Ấp 3"));
    answers.put("phone", List.of("0961234567"));
    for (String no :
        List.of(
            "travel",
            "symptoms",
            "contact-patient",
            "contact-from-country",
            "contact-symptomatic")) {
      answers.put(no, List.of("false"));
    }
    var typed = new Keying.Typed(UUID.randomUUID(), serial, answers, today(now).toString(), "", 1);
    assertThat(keying.save(officer, batch, typed, now).state()).isEqualTo(SheetState.ONCE);
  }

  private static byte[] picture() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Registration registration(int commune) {
    return new Registration(
        "Quán " + UUID.randomUUID(),
        "eating-place",
        "Số 1",
        commune,
        null,
        null,
        "always",
        null,
        null,
        null,
        "Ngô Thị Chủ",
        "0961234567");
  }

  private NewInspection inspection(UUID place, Instant now) {
    return new NewInspection(
        place,
        null,
        null,
        now,
        NewInspection.Met.OWNER,
        "Ngô Thị Chủ",
        inspections.checklist(today(now)).stream()
            .map(item -> new NewInspection.Finding(item.code(), NewInspection.Answer.MET, null))
            .toList(),
        null,
        NewInspection.Outcome.COMPLIANT,
        null,
        null,
        null);
  }

  private static NewCase newCase(int commune, Instant now) {
    var claim =
        new Claim(
            null,
            null,
            new PhoneNumber("84969876543"),
            false,
            null,
            null,
            null,
            null,
            commune,
            Source.OFFICER);
    var facts = new CaseFacts(true, today(now), null, null, null, null, today(now));
    return new NewCase(null, claim, commune, "COVID-19", facts, "gọi buổi tối");
  }

  private static NewAgencyRequest agencyRequest() {
    return new NewAgencyRequest(
        "Công an tỉnh",
        AgencyPurpose.ISOLATION,
        "Đại uý A",
        "1/CAT",
        "Luật",
        1,
        "0961234567",
        Set.of(AgencyField.NAME));
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private static Actor actor(long account, Role role) {
    return new Actor(
        account, "Thử", Actor.Kind.STAFF, List.of(new Grant(role, new Scope.Everywhere())));
  }
}
