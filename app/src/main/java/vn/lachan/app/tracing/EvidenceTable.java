package vn.lachan.app.tracing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.tracing.Difference.Fresh;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;
import vn.lachan.engine.tracing.Visit;

/** Exposures and exposing stays, written by COPY in the caller's transaction. */
@Component
class EvidenceTable {
  private static final int LINE_CHARACTERS = 200;

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  EvidenceTable(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  void deleteExposures(long trace, Collection<Long> persons) {
    jdbc.sql("delete from tracing.exposure where trace = :trace and person = any(:persons)")
        .param("trace", trace)
        .param("persons", persons.toArray(Long[]::new))
        .update();
  }

  void insertExposures(long trace, List<Fresh> contacts) {
    var lines = new StringBuilder(contacts.size() * LINE_CHARACTERS);
    for (Fresh fresh : contacts) {
      int ordinal = 0;
      for (Exposure exposure : fresh.contact().exposures()) {
        append(lines, trace, fresh.contact().person(), ordinal++, exposure);
      }
    }
    copy(
        """
        copy tracing.exposure (trace, person, ordinal, source, via, place, setting, day, pieces,
          seconds, casual, inferred, reason, threshold_minutes, rows_apart) from stdin
        """,
        lines);
  }

  /** Stays are few; they are replaced as a whole where they differ. */
  void replaceStays(long trace, List<ExposingStay> stays) {
    jdbc.sql("delete from tracing.stay where trace = :trace").param("trace", trace).update();
    var lines = new StringBuilder(stays.size() * LINE_CHARACTERS);
    for (ExposingStay stay : stays) {
      lines.append(trace).append('\t').append(stay.generation());
      lines.append('\t').append(stay.person()).append('\t').append(stay.place());
      lines.append('\t').append(Instant.ofEpochSecond(stay.from()));
      lines.append('\t').append(Instant.ofEpochSecond(stay.to()));
      lines.append('\t').append(Instant.ofEpochSecond(stay.until()));
      lines.append('\t').append(stay.departureInferred()).append('\n');
    }
    copy(
        """
        copy tracing.stay (trace, generation, person, place, from_at, to_at, until_at, inferred)
          from stdin
        """,
        lines);
  }

  List<ExposingStay> stays(long trace) {
    return jdbc.sql(
            """
            select generation, person, place, extract(epoch from from_at)::bigint as from_at,
                   extract(epoch from to_at)::bigint as to_at,
                   extract(epoch from until_at)::bigint as until_at, inferred
            from tracing.stay where trace = :trace
            """)
        .param("trace", trace)
        .query(
            (row, _) ->
                new ExposingStay(
                    row.getInt("generation"),
                    row.getLong("person"),
                    row.getLong("place"),
                    row.getLong("from_at"),
                    row.getLong("to_at"),
                    row.getLong("until_at"),
                    row.getBoolean("inferred")))
        .list();
  }

  /** Copied visits that began before a time. */
  FrozenEvidence before(long trace, Instant end) {
    return new FrozenEvidence(
        jdbc.sql(
                """
                select person, place, extract(epoch from entered_at)::bigint as entered_at,
                       extract(epoch from left_at)::bigint as left_at, inferred
                from tracing.old_visit where trace = :trace and entered_at < :end
                """)
            .param("trace", trace)
            .param("end", Columns.time(end))
            .query(
                (row, _) ->
                    new Visit(
                        row.getLong("person"),
                        row.getLong("place"),
                        row.getLong("entered_at"),
                        row.getLong("left_at"),
                        row.getBoolean("inferred")))
            .list());
  }

  /** Keeps a visit of a destroyed day for a trace that it met; twice changes nothing. */
  void keep(long trace, Visit visit) {
    jdbc.sql(
            """
            insert into tracing.old_visit (trace, person, place, entered_at, left_at, inferred)
            values (:trace, :person, :place, to_timestamp(:entered), to_timestamp(:left), :inferred)
            on conflict do nothing
            """)
        .param("trace", trace)
        .param("person", visit.person())
        .param("place", visit.place())
        .param("entered", visit.enteredAt())
        .param("left", visit.leftAt())
        .param("inferred", visit.departureInferred())
        .update();
  }

  /**
   * Copies visits of days that will be destroyed soon, instead of what was copied of them before.
   */
  void freeze(long trace, Instant from, List<Visit> visits) {
    jdbc.sql("delete from tracing.old_visit where trace = :trace and entered_at >= :from")
        .param("trace", trace)
        .param("from", Columns.time(from))
        .update();
    jdbc.sql(
            """
            insert into tracing.old_visit (trace, person, place, entered_at, left_at, inferred)
            select :trace, person, place, to_timestamp(entered), to_timestamp(departed), inferred
            from unnest(:persons::bigint[], :places::bigint[], :entered::bigint[],
              :departed::bigint[], :inferred::boolean[]) as n(person, place, entered, departed, inferred)
            on conflict do nothing
            """)
        .param("trace", trace)
        .param("persons", visits.stream().mapToLong(Visit::person).toArray())
        .param("places", visits.stream().mapToLong(Visit::place).toArray())
        .param("entered", visits.stream().mapToLong(Visit::enteredAt).toArray())
        .param("departed", visits.stream().mapToLong(Visit::leftAt).toArray())
        .param("inferred", visits.stream().map(Visit::departureInferred).toArray(Boolean[]::new))
        .update();
  }

  private static void append(
      StringBuilder lines, long trace, long person, int ordinal, Exposure exposure) {
    lines.append(trace).append('\t').append(person).append('\t').append(ordinal);
    lines.append('\t').append(exposure.source().name()).append('\t').append(exposure.via());
    lines.append('\t').append(exposure.place()).append('\t').append(exposure.setting().name());
    lines.append('\t').append(exposure.day()).append('\t').append('{');
    boolean first = true;
    for (Overlap overlap : exposure.overlaps()) {
      lines.append(first ? "" : ",");
      lines.append(overlap.viaFrom()).append(',').append(overlap.viaTo()).append(',');
      lines.append(overlap.contactFrom()).append(',').append(overlap.contactTo()).append(',');
      lines.append(overlap.from()).append(',').append(overlap.to()).append(',');
      lines.append(overlap.departureInferred() ? 1 : 0);
      first = false;
    }
    lines.append('}').append('\t').append(exposure.seconds());
    lines.append('\t').append(exposure.contactClass() == ContactClass.CASUAL);
    lines.append('\t').append(exposure.departureInferred());
    lines.append('\t').append(exposure.reason().code().name());
    lines.append('\t').append(exposure.reason().thresholdMinutes());
    lines.append('\t').append(exposure.reason().rowsApart()).append('\n');
  }

  private void copy(String statement, StringBuilder lines) {
    if (lines.isEmpty()) {
      return;
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new StringReader(lines.toString()));
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("copy", statement, e);
    } catch (IOException e) {
      throw new UncheckedIOException("A reader over a text failed", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
