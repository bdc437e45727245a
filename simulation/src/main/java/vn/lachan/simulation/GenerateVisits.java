package vn.lachan.simulation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Writes the visits of an invented province to a file, for the trace command and for load: {@code
 * GenerateVisits people days seed end out}, with {@code end} as 2021-09-15T17:00:00Z.
 */
public final class GenerateVisits {
  private static final String ZONE = "Asia/Ho_Chi_Minh";
  private static final String BIRTH_PROVINCE_CODE = "000";
  private static final int PEOPLE_PER_COMMUNE = 20_000;
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private GenerateVisits() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      throw new IllegalArgumentException("give: people days seed end out");
    }
    int people = Integer.parseInt(arguments[0]);
    int days = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    Instant end = Instant.parse(arguments[3]);
    int communes = Math.clamp(people / PEOPLE_PER_COMMUNE, 8, ProvinceSpec.MAXIMUM_COMMUNES);
    ProvinceSpec spec =
        ProvinceSpec.of(
            seed,
            people,
            days,
            end,
            ZoneId.of(ZONE),
            BIRTH_PROVINCE_CODE,
            InventedCommunes.grid(communes));
    write(spec, Path.of(arguments[4]));
  }

  private static void write(ProvinceSpec spec, Path file) throws IOException {
    long began = System.nanoTime();
    SyntheticProvince province = SyntheticProvince.of(spec);
    long settled = System.nanoTime();
    try (OutputStream out = Files.newOutputStream(file)) {
      VisitsCsv csv = new VisitsCsv(out);
      province.visits(csv);
      csv.flush();
      report(province, csv.written(), settled - began, System.nanoTime() - settled);
    }
  }

  private static void report(
      SyntheticProvince province, long visits, long settlingNanos, long writingNanos) {
    double seconds = writingNanos / NANOSECONDS_PER_SECOND;
    System.out.printf(
        Locale.ROOT,
        "%,d people and %,d places settled in %.1f s (%,d bytes held); %,d visits in %.1f s,"
            + " %,.0f a second%n",
        province.people(),
        province.places(),
        settlingNanos / NANOSECONDS_PER_SECOND,
        province.bytesHeld(),
        visits,
        seconds,
        visits / seconds);
  }
}
