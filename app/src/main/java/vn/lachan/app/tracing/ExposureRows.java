package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;
import vn.lachan.engine.tracing.Reason;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Source;

/** Turns rows of {@code tracing.exposure} back into what the engine said. */
final class ExposureRows {
  static final String COLUMNS =
      """
      e.source, e.via as exposure_via, e.place, e.setting, e.day, e.pieces, e.seconds,
      e.casual as exposure_casual, e.reason, e.threshold_minutes, e.rows_apart
      """;

  private static final int NUMBERS = 7;

  private ExposureRows() {}

  static Exposure exposure(ResultSet row, String document) throws SQLException {
    Source source = Source.valueOf(Columns.text(row, "source"));
    LocalDate day = Columns.day(row, "day");
    long place = row.getLong("place");
    long seconds = row.getLong("seconds");
    Long[] numbers = (Long[]) Objects.requireNonNull(row.getArray("pieces")).getArray();
    return new Exposure(
        source,
        row.getLong("exposure_via"),
        place,
        Setting.valueOf(Columns.text(row, "setting")),
        day,
        overlaps(numbers),
        seconds,
        row.getBoolean("exposure_casual") ? ContactClass.CASUAL : ContactClass.CLOSE,
        new Reason(
            Reason.Code.valueOf(Columns.text(row, "reason")),
            source,
            place,
            day,
            seconds,
            row.getInt("threshold_minutes"),
            row.getInt("rows_apart"),
            document));
  }

  static List<Overlap> overlaps(Long[] numbers) {
    List<Overlap> overlaps = new ArrayList<>();
    for (int at = 0; at < numbers.length; at += NUMBERS) {
      overlaps.add(
          new Overlap(
              numbers[at],
              numbers[at + 1],
              numbers[at + 2],
              numbers[at + 3],
              numbers[at + 4],
              numbers[at + 5],
              numbers[at + 6] == 1));
    }
    return overlaps;
  }
}
