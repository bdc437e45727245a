package vn.lachan.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its persons as it is hashed: everything that the record says about an act.
 *
 * @param persons ascending
 */
record EntryContent(
    long number,
    Instant recordedAt,
    long actor,
    String kind,
    @Nullable String purpose,
    @Nullable Long caseId,
    @Nullable String query,
    int count,
    @Nullable String correlation,
    List<Long> persons) {
  /** What a query must select so that {@link #read} can take it; {@code e} is the entry. */
  static final String COLUMNS =
      """
      e.number, e.recorded_at, e.actor, e.kind, e.purpose, e.case_id, e.query, e.row_count,
      e.correlation,
      array(select p.person from audit.entry_person p where p.entry = e.number order by p.person)
        as persons
      """;

  private static final String PURPOSE = "lachan audit entry 1";

  static EntryContent read(ResultSet row) throws SQLException {
    return new EntryContent(
        row.getLong("number"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getLong("actor"),
        Objects.requireNonNull(row.getString("kind")),
        row.getString("purpose"),
        row.getObject("case_id", Long.class),
        row.getString("query"),
        row.getInt("row_count"),
        row.getString("correlation"),
        Arrays.asList((Long[]) row.getArray("persons").getArray()));
  }

  String hash() {
    CanonicalBytes bytes =
        CanonicalBytes.of(PURPOSE)
            .number(number)
            .number(micros(recordedAt))
            .number(actor)
            .text(kind)
            .textOrNone(purpose)
            .numberOrNone(caseId)
            .textOrNone(query)
            .number(count)
            .textOrNone(correlation)
            .number(persons.size());
    persons.forEach(bytes::number);
    return bytes.hash();
  }

  /** Microseconds since 1970, the database's own precision. */
  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
