package vn.lachan.app.places;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files as officers, and others, upload them. */
public final class ImportSheets {
  private static final String TYPES =
      """
      <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""";
  private static final String ROOT =
      """
      <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
  private static final String BOOK =
      """
      <?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>""";
  private static final String BOOK_PARTS =
      """
      <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";
  private static final String SHEET_BEGIN =
      "<?xml version=\"1.0\"?><worksheet"
          + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

  private ImportSheets() {}

  public static byte[] csv(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** One sheet of texts. */
  public static byte[] xlsx(List<List<String>> rows) {
    return book("Danh sách", rows);
  }

  /** Sheets of the same rows, by their names. */
  static byte[] sheets(List<List<String>> rows, String... names) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Test", null)) {
      for (String name : names) {
        fill(book.newWorksheet(name), rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] book(String name, List<List<String>> rows) {
    return sheets(rows, name);
  }

  private static void fill(Worksheet sheet, List<List<String>> rows) throws IOException {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        sheet.value(row, column, rows.get(row).get(column));
      }
    }
    sheet.finish();
  }

  /** A workbook of a single part that the test wrote itself. */
  static byte[] raw(String sheetData) {
    return zip("xl/worksheets/sheet1.xml", SHEET_BEGIN + sheetData + "</sheetData></worksheet>");
  }

  /** The bare parts of a workbook and others: names and texts in turn. */
  static byte[] zip(String... parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (List<String> part :
          List.of(
              List.of("[Content_Types].xml", TYPES),
              List.of("_rels/.rels", ROOT),
              List.of("xl/workbook.xml", BOOK),
              List.of("xl/_rels/workbook.xml.rels", BOOK_PARTS))) {
        put(zip, part.get(0), part.get(1).getBytes(StandardCharsets.UTF_8));
      }
      for (int i = 0; i < parts.length; i += 2) {
        put(zip, parts[i], parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A compound file that names one stream. */
  static byte[] compound(String stream) {
    byte[] content = new byte[2_048];
    byte[] mark = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    System.arraycopy(mark, 0, content, 0, mark.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, content, 1_024, name.length);
    return content;
  }

  static byte[] damaged(byte[] good) {
    return Arrays.copyOf(good, good.length / 2);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
