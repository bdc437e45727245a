package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedMemoryTests {
  private static final int PEOPLE = 500_000;

  @TempDir Path folder;

  @Test
  void aPersonCostsAFewDozenBytes() {
    SyntheticProvince province = SyntheticProvince.of(Provinces.spec(1, 100_000, 1));
    assertThat((double) province.bytesHeld() / province.people()).isLessThan(48);
  }

  @Test
  void threeDaysOfHalfAMillionPeopleFitIntoASmallHeap() throws IOException, InterruptedException {
    Path csv = folder.resolve("visits.csv");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target", "classes").toString(),
                GenerateVisits.class.getName(),
                String.valueOf(PEOPLE),
                "3",
                "1",
                "2021-09-15T17:00:00Z",
                csv.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = process.waitFor();
    assertThat(exit).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
    try (var lines = Files.lines(csv, StandardCharsets.US_ASCII)) {
      assertThat(lines.count()).isBetween(3L * PEOPLE, (long) (3 * 1.15 * PEOPLE));
    }
  }
}
