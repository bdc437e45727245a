package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.places.PlacesFixture.NOW;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.ImportRow.State;
import vn.lachan.app.places.sheet.SheetNote;
import vn.lachan.app.units.Units;

/** A district's spreadsheet from the first look to the last corrected row, and back. */
class ImportTests {
  private static final int ROWS = 3_000;
  private static final String HEADER =
      "Tên cơ sở,Loại hình,Số nhà đường,Xã,Giờ mở cửa,Chủ cơ sở,SĐT";
  private static PlacesFixture fixture;
  private static PlaceImports imports;
  private static ImportWork work;
  private static String commune;
  private static int count;

  private Actor officer;

  @BeforeAll
  static void create() {
    fixture = new PlacesFixture();
    imports = fixture.context.getBean(PlaceImports.class);
    work = fixture.context.getBean(ImportWork.class);
    commune = fixture.context.getBean(Units.class).find(fixture.communeA).orElseThrow().fullName();
  }

  @AfterAll
  static void drop() {
    fixture.close();
  }

  @BeforeEach
  void officer() {
    officer =
        fixture
            .context
            .getBean(FakeOfficers.class)
            .know(
                new Actor(
                    100 + ++count,
                    "Cán bộ",
                    Actor.Kind.STAFF,
                    PlacesFixture.officer(fixture.province).grants()));
  }

  @Test
  void threeThousandRowsElevenWrongOnesCorrectedEachLoadedOnce() {
    UUID id = upload(threeThousand());
    ImportDraft draft = imports.draft(officer, id, null, NOW);
    assertThat(draft.rows()).isEqualTo(ROWS);
    assertThat(draft.preview()).hasSize(PlaceImports.PREVIEW_ROWS);
    assertThat(draft.plan().columns())
        .containsExactly(
            ImportField.NAME,
            ImportField.TYPE,
            ImportField.ADDRESS,
            ImportField.COMMUNE,
            ImportField.HOURS,
            ImportField.OWNER_NAME,
            ImportField.OWNER_PHONE);
    run(id, draft.plan());

    FakeJobs.finish(fixture.context.getBean(FakeJobs.class).latest(), work, 2);
    ImportView done = imports.get(officer, id);
    assertThat(done.accepted()).isEqualTo(ROWS - 11);
    assertThat(done.wrong()).isEqualTo(11);
    assertThat(loaded()).isEqualTo(ROWS - 11);

    List<ImportRow> wrong = imports.rows(officer, id, State.WRONG, null, 50, NOW).rows();
    assertThat(wrong.getFirst().problems())
        .extracting(ImportProblem::field)
        .contains(ImportField.OWNER_PHONE);
    for (ImportRow row : wrong.subList(0, 5)) {
      assertThat(corrected(id, row, texts(row)).state()).isEqualTo(State.ACCEPTED);
    }
    assertThat(imports.correctAll(officer, id, correctedSheet(id), NOW)).isEqualTo(6);
    FakeJobs.finish(fixture.context.getBean(FakeJobs.class).latest(), work, 1);
    assertThat(imports.get(officer, id).accepted()).isEqualTo(ROWS);
    assertThat(loaded()).isEqualTo(ROWS);
    assertThat(sealedLeft(id)).isZero();
  }

  @Test
  void theSameTableAgainIsAllThereAlreadyAndTheColumnsAreRemembered() {
    byte[] table =
        ImportSheets.csv(
            "Cơ quan,Ở đâu,Thuộc",
            "Nhà văn hóa A," + count + " Trần Phú," + commune,
            "NHÀ VĂN HOÁ a," + count + " Trần Phú," + commune);
    UUID first = upload(table);
    var plan =
        new ImportPlan(
            0,
            1,
            List.of(ImportField.NAME, ImportField.ADDRESS, ImportField.COMMUNE),
            false,
            null,
            "market");
    run(first, plan);
    finish();
    ImportView view = imports.get(officer, first);
    assertThat(view.accepted()).isEqualTo(1);
    ImportRow twin = imports.rows(officer, first, State.EXISTING, null, 50, NOW).rows().getFirst();
    assertThat(twin.twinLine()).isEqualTo(2);

    UUID second = upload(table);
    ImportDraft again = imports.draft(officer, second, null, NOW);
    assertThat(again.remembered()).isTrue();
    assertThat(again.plan().columns()).isEqualTo(plan.columns());
    assertThat(again.preview()).extracting(ImportRow::state).containsOnly(State.WRONG);
    run(second, plan);
    finish();
    assertThat(imports.get(officer, second).existing()).isEqualTo(2);
  }

  @Test
  void datesWrittenAsTextAreReadAndOthersSaid() {
    String row = "Lễ cưới %s " + count + ",Đám cưới,Số 1," + commune + ",%s,%s";
    byte[] table =
        ImportSheets.csv(
            "Tên điểm,Loại,Địa chỉ,Xã,Bắt đầu,Kết thúc",
            row.formatted("A", "7/3/2026", "7.3.2026 21:30"),
            row.formatted("B", "sáng mai", "31/02/2026"));
    List<ImportRow> rows = imports.draft(officer, upload(table), null, NOW).preview();

    assertThat(rows.getFirst().problems()).isEmpty();
    assertThat(rows.getLast().problems())
        .extracting(ImportProblem::field)
        .contains(ImportField.VALID_FROM, ImportField.VALID_TO);
  }

  @Test
  void aWordForAKindIsLearntOnce() {
    byte[] table =
        ImportSheets.csv(
            "Tên điểm,Loại,Địa chỉ,Xã", "Cơm bà Sáu " + count + ",Quán cơm,Số 1," + commune);
    UUID id = upload(table);
    ImportDraft draft = imports.draft(officer, id, null, NOW);
    assertThat(draft.unknownTypes()).containsExactly("Quán cơm");
    assertThat(draft.preview().getFirst().problem(ImportField.TYPE)).isNotNull();
    imports.plan(officer, id, draft.plan(), Map.of("Quán cơm", "eating-place"), NOW);
    ImportDraft known = imports.draft(officer, id, null, NOW);
    assertThat(known.unknownTypes()).isEmpty();
    assertThat(known.preview().getFirst().state()).isEqualTo(State.WAITING);
  }

  @Test
  void oldEncodingsAreSaid() {
    byte[] table =
        ImportSheets.xlsx(
            List.of(
                List.of("Tªn ®iÓm", "§Þa chØ", "Loại"),
                List.of("Qu¸n Phë Hµ", "Sè 5 Lª Lîi", "eating-place")));
    UUID id = upload(table);
    assertThat(imports.get(officer, id).notes()).containsExactly(new SheetNote("tcvn3", 0));
    assertThat(imports.draft(officer, id, null, NOW).preview().getFirst().text(ImportField.NAME))
        .isEqualTo("Quán Phở Hà");
  }

  @Test
  void anotherOfficersImportDoesNotExistAndOtherCommunesAreRefused() {
    UUID id =
        upload(
            ImportSheets.csv(
                "Tên điểm,Loại,Địa chỉ,Mã xã",
                "Chợ Xa " + count + ",market,Số 1," + code(fixture.elsewhere)));
    assertThatThrownBy(() -> imports.get(PlacesFixture.officer(fixture.communeA), id))
        .isInstanceOf(Refusal.class)
        .hasMessage("places.import.refused.not-found");
    ImportRow row = imports.draft(officer, id, null, NOW).preview().getFirst();
    assertThat(row.problems())
        .extracting(ImportProblem::code)
        .containsExactly("places.refused.outside-reach");
    Actor owner = PlacesFixture.owner(900, 1);
    assertThatThrownBy(() -> imports.list(owner)).hasMessage("places.import.refused.owner");
  }

  @Test
  void anImportIsUndoneWhileNobodyUsedAPlaceOfIt() {
    UUID id = imported("Chợ Tạm");
    List<Long> made = fixture.context.getBean(ImportRowTable.class).places(id);
    FakeUses uses = fixture.context.getBean(FakeUses.class);
    uses.used.addAll(made);
    assertThatThrownBy(() -> imports.undo(officer, id, NOW))
        .hasMessage("places.import.refused.used");
    uses.used.clear();
    imports.undo(officer, id, NOW);
    assertThat(fixture.places.cards(made).values())
        .extracting(PlaceCard::status)
        .containsOnly(Status.CLOSED);
    assertThatThrownBy(() -> imports.undo(officer, id, NOW))
        .hasMessage("places.import.refused.undone");

    uses.used.add(made.getFirst());
    fixture.clock.step(Duration.ofMinutes(11));
    fixture.context.getBean(ImportUndo.class).tidy();
    assertThat(fixture.places.cards(made)).containsOnlyKeys(made.getFirst());
    uses.used.clear();
  }

  @Test
  void whoeverIsNoLongerAnOfficerImportsNothingMore() {
    UUID id = upload(table("Chợ Nghỉ"));
    run(id, imports.draft(officer, id, null, NOW).plan());
    fixture.context.getBean(FakeOfficers.class).forget(officer);
    assertThatThrownBy(this::finish).hasMessage("places.import.refused.officer-gone");
    assertThat(imports.get(officer, id).accepted()).isZero();
  }

  @Test
  void whatIsPastItsTimeIsDeleted() {
    UUID kept = imported("Chợ Cũ");
    UUID never = upload(table("Chợ Không"));
    ImportTable table = fixture.context.getBean(ImportTable.class);
    table.deleteOld(NOW.plusSeconds(1), NOW.minusSeconds(1));
    assertThatThrownBy(() -> imports.get(officer, never))
        .hasMessage("places.import.refused.not-found");
    assertThat(imports.get(officer, kept).accepted()).isEqualTo(2);
  }

  private static byte[] table(String name) {
    return ImportSheets.csv(
        "Tên điểm;Loại;Địa chỉ;Xã",
        name + count + ";market;\"Số 1;\nThôn 2\";" + commune,
        name + count + ";Chợ;Số 2;" + commune);
  }

  private UUID imported(String name) {
    UUID id = upload(table(name));
    run(id, imports.draft(officer, id, null, NOW).plan());
    finish();
    return id;
  }

  /** Every 300th row has a phone of letters. */
  private static byte[] threeThousand() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("DANH SÁCH CƠ SỞ KINH DOANH"));
    rows.add(List.of(HEADER.split(",", -1)));
    for (int i = 1; i <= ROWS; i++) {
      boolean wrong = i % 300 == 0 || i == 7;
      rows.add(
          List.of(
              "Quán Cơm Số " + i,
              "Cơ sở ăn uống",
              i + " Lê Lợi",
              commune,
              i % 2 == 0 ? "T2-T7 7:00-21:00" : "",
              wrong ? "Trần Thị Hoa" : "",
              wrong ? "hỏi sau" : ""));
    }
    return ImportSheets.xlsx(rows);
  }

  private UUID upload(byte[] content) {
    return imports.upload(officer, "danh-sach.xlsx", content, NOW);
  }

  private void run(UUID id, ImportPlan plan) {
    imports.plan(officer, id, plan, Map.of(), NOW);
    imports.run(officer, id, NOW);
  }

  private void finish() {
    FakeJobs.finish(fixture.context.getBean(FakeJobs.class).latest(), work, 1);
  }

  private ImportRow corrected(UUID id, ImportRow row, Map<ImportField, String> texts) {
    texts.put(ImportField.OWNER_PHONE, "0912 345 678");
    return imports.correct(officer, id, row.line(), texts, NOW);
  }

  private static Map<ImportField, String> texts(ImportRow row) {
    Map<ImportField, String> texts = new EnumMap<>(ImportField.class);
    texts.putAll(row.texts());
    return texts;
  }

  /** The sheet of wrong rows as it comes, with its phones mended. */
  private byte[] correctedSheet(UUID id) {
    var sheet = new ByteArrayOutputStream();
    imports.writeWrong(officer, id, new PlainWords(), sheet, NOW);
    List<List<String>> rows = new ArrayList<>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.toByteArray()))) {
      for (Row row : book.getFirstSheet().read()) {
        rows.add(row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    assertThat(rows.getFirst()).startsWith("Dòng", "Tên điểm").endsWith("Lỗi");
    assertThat(rows.getLast().getLast()).contains("places.refused.owner-phone");
    return ImportSheets.xlsx(
        rows.stream()
            .map(
                row ->
                    row.stream().map(cell -> cell.equals("hỏi sau") ? "912345678" : cell).toList())
            .toList());
  }

  private static int loaded() {
    return fixture
        .database
        .jdbc()
        .sql("select count(*) from places.place where name like 'Quán Cơm Số %'")
        .query(Integer.class)
        .single();
  }

  private static int sealedLeft(UUID id) {
    return fixture
        .database
        .jdbc()
        .sql(
            """
            select count(cells) + (select count(*) from places.import_part where import = :id)
            from places.import_row where import = :id
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  private static String code(int unit) {
    return fixture.context.getBean(Units.class).find(unit).orElseThrow().code();
  }

  private static final class PlainWords implements PlaceImports.WrongWords {
    @Override
    public String title() {
      return "Dòng cần sửa";
    }

    @Override
    public String line() {
      return "Dòng";
    }

    @Override
    public String field(ImportField field) {
      return Map.of(
              ImportField.NAME, "Tên điểm",
              ImportField.TYPE, "Loại điểm",
              ImportField.ADDRESS, "Địa chỉ",
              ImportField.COMMUNE, "Xã, phường",
              ImportField.OWNER_NAME, "Chủ điểm",
              ImportField.OWNER_PHONE, "Số điện thoại",
              ImportField.HOURS, "Giờ mở cửa")
          .getOrDefault(field, field.key());
    }

    @Override
    public String mistake() {
      return "Lỗi";
    }

    @Override
    public String problem(ImportProblem problem) {
      return problem.code();
    }
  }
}
