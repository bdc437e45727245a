package vn.lachan.app.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** A sheet is read back by a reader that is not ours. */
class SheetWriterTests {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Test
  void valuesKeepTheirTypeAndTextIsNeverAFormula() throws IOException {
    Row row =
        written(
                Arrays.asList(
                    "=1+1",
                    3_000,
                    LocalDate.of(2021, 8, 7),
                    Instant.parse("2021-08-07T02:30:00Z"),
                    null,
                    "a\u0007b"))
            .get(1);
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(0).getText()).isEqualTo("=1+1");
    assertThat(row.getCell(1).asNumber().intValue()).isEqualTo(3_000);
    assertThat(row.getCell(2).asDate().toLocalDate()).isEqualTo(LocalDate.of(2021, 8, 7));
    assertThat(row.getCell(3).asDate()).isEqualTo("2021-08-07T09:30:00");
    assertThat(row.getOptionalCell(4)).isEmpty();
    assertThat(row.getCell(5).getText()).isEqualTo("ab");
  }

  @Test
  void aFileOfTextDoesNotComputeEither() {
    assertThat(SafeCell.of("=cmd()")).isEqualTo("'=cmd()");
    assertThat(SafeCell.of("-1")).isEqualTo("'-1");
    assertThat(SafeCell.of("Lê Văn A")).isEqualTo("Lê Văn A");
    assertThat(SafeCell.of("")).isEmpty();
  }

  @Test
  void noTextBreaksTheFile() throws IOException {
    String longOne = "x".repeat(31_999) + "😀";
    List<Row> rows = written(List.of("a\ud800b", "c\uffffd", "e\ufffef", longOne, "g\udc00", "😀"));
    assertThat(rows.get(1).getCell(0).getText()).isEqualTo("ab");
    assertThat(rows.get(1).getCell(1).getText()).isEqualTo("cd");
    assertThat(rows.get(1).getCell(2).getText()).isEqualTo("ef");
    assertThat(rows.get(1).getCell(3).getText()).hasSize(31_999);
    assertThat(rows.get(1).getCell(4).getText()).isEqualTo("g");
    assertThat(rows.get(1).getCell(5).getText()).isEqualTo("😀");
  }

  private static List<Row> written(List<?> values) throws IOException {
    var out = new ByteArrayOutputStream();
    try (SheetWriter sheet =
        SheetWriter.open(out, "Ca [1]/2", List.of("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"), ZONE)) {
      sheet.row(values);
      for (int row = 0; row < 1_200; row++) {
        sheet.row(List.of("dòng", row));
      }
    }
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(1_202);
      return rows;
    }
  }
}
