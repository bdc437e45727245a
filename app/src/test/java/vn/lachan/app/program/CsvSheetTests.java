package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;

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
  @Test
  void aSpreadsheetReadsTheAccentsAndComputesNothing() {
    var bytes = new ByteArrayOutputStream();
    var settings =
        new ProgramSettings(
            Path.of("target"), "", "none", false, ZoneId.of("Asia/Ho_Chi_Minh"), false, null, null);
    var formats = new Formats(settings, Clock.systemUTC(), new StaticMessageSource());

    try (CsvSheet csv = CsvSheet.open(bytes, List.of("Tên", "Số"), formats)) {
      csv.row(Arrays.asList("=1+1", -5, null, LocalDate.of(2021, 8, 7)));
      csv.row(List.of("Phở, \"Hà\"", Instant.parse("2021-08-07T02:30:00Z")));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "\ufeffTên,Số", "'=1+1,-5,,07/08/2021", "\"Phở, \"\"Hà\"\"\",07/08/2021 09:30");
  }
}
