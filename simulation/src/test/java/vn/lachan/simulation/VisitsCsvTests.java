package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisitsCsvTests {
  @Test
  void aVisitIsALine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VisitsCsv csv = new VisitsCsv(out);
    csv.visit(0, 17, 1_631_700_000L, 1_631_700_060L, Capture.SELF_SCAN);
    csv.visit(3_599_999, 133_000, 1_631_700_001L, VisitVisitor.UNKNOWN, Capture.PAPER);
    csv.flush();
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            person,place,entered_at,left_at
            0,17,1631700000,1631700060
            3599999,133000,1631700001,
            """);
    assertThat(csv.written()).isEqualTo(2);
  }

  @Test
  void manyLinesPassThroughTheBuffer() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VisitsCsv csv = new VisitsCsv(out);
    for (int i = 0; i < 10_000; i++) {
      csv.visit(i, i, -5L - i, i, Capture.SELF_SCAN);
    }
    csv.flush();
    assertThat(out.toString(StandardCharsets.US_ASCII).lines()).hasSize(10_001);
    assertThat(out.toString(StandardCharsets.US_ASCII)).contains("\n9999,9999,-10004,9999\n");
  }
}
