package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class CsvSheetTests {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Formats formats =
      new Formats(
          new ProgramSettings(
              Path.of("target"),
              "",
              "none",
              false,
              ZoneId.of("Asia/Ho_Chi_Minh"),
              false,
              null,
              null),
          Clock.systemUTC(),
          new StaticMessageSource());

  @Test
  void aSpreadsheetReadsTheAccentsAndComputesNothing() {
    try (CsvSheet csv = CsvSheet.open(bytes, List.of("Tên", "Số"), formats)) {
      csv.row(Arrays.asList("=1+1", -5, null, LocalDate.of(2021, 8, 7)));
      csv.row(List.of("Phở, \"Hà\"", Instant.parse("2021-08-07T02:30:00Z")));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "\ufeffTên,Số", "'=1+1,-5,,07/08/2021", "\"Phở, \"\"Hà\"\"\",07/08/2021 09:30");
  }

  /** Read back by a reader that is not ours, and split at semicolons as Excel does in Vietnam. */
  @Test
  void whateverSignSplitsNoCellIsBrokenAndNoneIsComputed() {
    List<String> hostile =
        List.of("Ấp 3; \"Hoà\"", "a;=1+1", "b\t+1", "c\r\n@SUM(A1)", "  =2", "＝3", "d|e");
    try (CsvSheet csv = CsvSheet.open(bytes, List.of("1", "2", "3", "4", "5", "6", "7"), formats)) {
      csv.row(hostile);
    }
    String text = bytes.toString(StandardCharsets.UTF_8).substring(1);

    assertThat(
            CsvReader.builder().ofCsvRecord(text).stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .getFields())
        .containsExactly(
            "Ấp 3; \"Hoà\"", "a;'=1+1", "b\t'+1", "c\r\n'@SUM(A1)", "'  =2", "'＝3", "d|e");
    assertThat(text).contains("\"Ấp 3; \"\"Hoà\"\"\"", "\"d|e\"").doesNotContain(";=", "\t+");
  }
}
