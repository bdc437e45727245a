package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lachan.app.places.sheet.SheetFile;
import vn.lachan.app.places.sheet.SheetLimits;
import vn.lachan.app.places.sheet.SheetNote;
import vn.lachan.app.places.sheet.SheetRow;

/** Whatever is uploaded as a table, the answer says what it is and what to do. */
class ImportBadInputTests {
  private static final SheetLimits LIMITS = new SheetLimits(1_000, 50, 4 << 20, 100, 30);
  private static final byte[] GOOD =
      ImportSheets.xlsx(List.of(List.of("Tên", "Xã"), List.of("Chợ Mới", "Hạc Thành")));

  @Test
  void whatIsNoTableIsNamed() {
    refused("empty", new byte[0]);
    refused("no-table", "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8));
    refused("no-table", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
    refused("web-page", "<html><table><tr><td>Tên".getBytes(StandardCharsets.UTF_8));
    refused("web-page", "<?xml version=\"1.0\"?><Workbook>".getBytes(StandardCharsets.UTF_8));
    refused("password", ImportSheets.compound("EncryptedPackage"));
    refused("old-excel", ImportSheets.compound("Workbook"));
    refused("no-table", ImportSheets.compound("WordDocument"));
    refused("damaged", ImportSheets.damaged(GOOD));
    refused("damaged", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    refused("empty", ImportSheets.raw(""));
  }

  @Test
  void aWrongEndingOfTheNameDoesNotMatterForTheContentDecides() {
    assertThat(rows(GOOD)).hasSize(2);
    assertThat(rows(ImportSheets.csv("Tên;Xã", "Chợ;Hạc Thành")).getLast().cells())
        .containsExactly("Chợ", "Hạc Thành");
  }

  @Test
  void aBombIsRefusedBeforeItsReaderSeesIt() {
    refused(
        "inflated",
        ImportSheets.zip("xl/worksheets/sheet1.xml", "<x>", "xl/media/a.xml", zeros(3 << 20)));
    refused("inflated", ImportSheets.zip("xl/a.bin", noise(3), "xl/b.bin", noise(3)));
    String[] parts = new String[120];
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = "xl/part" + i + ".xml";
      parts[i + 1] = "<a/>";
    }
    refused("entries", ImportSheets.zip(parts));
  }

  @Test
  void markupThatReadsOtherFilesIsRefused() {
    String entity =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
    refused("doctype", ImportSheets.zip("xl/sharedStrings.xml", entity));
    refused(
        "doctype",
        ImportSheets.zip(
            "xl/worksheets/sheet1.xml",
            new String(entity.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)));
    refused("damaged", ImportSheets.zip("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"));
  }

  @Test
  void millionsOfColumnsAndRowsAreRefused() {
    refused("columns", ImportSheets.csv(",".repeat(1_000_000)));
    refused(
        "columns",
        ImportSheets.csv(
            IntStream.range(0, 60).mapToObj(i -> "c").collect(Collectors.joining(","))));
    refused("columns", ImportSheets.raw(cell("BZ1")));
    refused("columns", ImportSheets.raw(cell("ZZZZZZ1")));
    refused("columns", ImportSheets.raw(cell("A9999999999")));
    refused("rows", ImportSheets.csv(Collections.nCopies(1_001, "a,b").toArray(String[]::new)));
    String rows =
        IntStream.rangeClosed(1, 1_001).mapToObj(i -> cell("A" + i)).collect(Collectors.joining());
    refused("rows", ImportSheets.raw(rows));
    String formattedOnly =
        IntStream.rangeClosed(2, 5_000)
            .mapToObj(i -> "<row r=\"" + i + "\"><c r=\"A" + i + "\"/></row>")
            .collect(Collectors.joining());
    assertThat(rows(ImportSheets.raw(cell("A1") + formattedOnly))).hasSize(1);
  }

  @Test
  void mergedCellsFormulasErrorsAndDatesAreSaid() {
    byte[] book =
        ImportSheets.zip(
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Chợ</t></is></c>"
                + "<c r=\"B1\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>đã tính</v></c>"
                + "<c r=\"C1\" t=\"e\"><v>#REF!</v></c><c r=\"D1\"><v>912345678</v></c></row>"
                + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:A3\"/></mergeCells>"
                + "</worksheet>");
    SheetFile file = SheetFile.open(book, LIMITS);
    assertThat(file.notes())
        .containsExactly(new SheetNote("merged", 1), new SheetNote("formulas", 1));
    assertThat(rows(book).getFirst().cells())
        .containsExactly("Chợ", "đã tính", "#REF!", "912345678");
  }

  @Test
  void quotesAndDelimitersAreRead() {
    assertThat(rows(ImportSheets.csv("a\tb", "\"1\n2\"\t\"x\"\"y\"")).getLast().cells())
        .containsExactly("1 2", "x\"y");
    assertThat(rows(ImportSheets.csv("sep=;", "a;b,c")).getFirst())
        .isEqualTo(new SheetRow(2, List.of("a", "b,c")));
    assertThat(rows(ImportSheets.csv("a,b", "\"never closed,1")).getLast().cells()).hasSize(1);
    assertThat(rows(ImportSheets.csv("a,b", "x".repeat(5_000) + ",1")).getLast().cell(0))
        .hasSize(2_000);
  }

  @Test
  void sheetsAreNamed() {
    byte[] two = ImportSheets.sheets(List.of(List.of("a", "b")), "Xã A", "Xã B");
    assertThat(SheetFile.open(two, LIMITS).sheets()).containsExactly("Xã A", "Xã B");
  }

  private static void refused(String code, byte[] content) {
    assertThatThrownBy(() -> rows(content)).hasMessage("places.import.refused." + code);
  }

  private static List<SheetRow> rows(byte[] content) {
    List<SheetRow> rows = new ArrayList<>();
    SheetFile.open(content, LIMITS).read(0, rows::add);
    return rows;
  }

  private static String cell(String at) {
    String row = at.replaceAll("\\D", "");
    return "<row r=\"" + row + "\"><c r=\"" + at + "\"><v>1</v></c></row>";
  }

  private static String zeros(int length) {
    return "0".repeat(length);
  }

  /** Text that packs badly, of so many megabytes. */
  private static String noise(int megabytes) {
    var random = new java.util.Random(7);
    return random
        .ints((long) megabytes << 20, '!', '~')
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }
}
