package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Page;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;

/** Figures, stays, places and history of traces. */
@Component
class TraceViewTable {
  private final JdbcClient jdbc;

  TraceViewTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<Long, List<TraceFigures.Generation>> figures(Collection<Long> subjects) {
    Map<Long, List<TraceFigures.Generation>> figures = new LinkedHashMap<>();
    jdbc.sql(
            """
            select t.subject, c.generation,
              count(*) filter (where c.withdrawn_at is null and not c.casual) as close,
              count(*) filter (where c.withdrawn_at is null and c.casual) as casual,
              count(c.withdrawn_at) as withdrawn
            from tracing.trace t left join tracing.contact c on c.trace = t.number
            where t.subject = any(:subjects)
            group by t.subject, c.generation order by t.subject, c.generation
            """)
        .param("subjects", subjects.toArray(Long[]::new))
        .query(
            row -> {
              List<TraceFigures.Generation> of =
                  figures.computeIfAbsent(row.getLong("subject"), _ -> new ArrayList<>());
              int generation = row.getInt("generation");
              if (generation > 0) {
                of.add(
                    new TraceFigures.Generation(
                        generation,
                        row.getInt("close"),
                        row.getInt("casual"),
                        row.getInt("withdrawn")));
              }
            });
    return figures;
  }

  /** How many places the index case was at, and the latest line of the history. */
  record Extent(int places, long lastChange) {}

  Extent extent(long trace) {
    return jdbc.sql(
            """
            select (select count(distinct place) from tracing.stay
                    where trace = :trace and generation = 1) as places,
              (select coalesce(max(number), 0) from tracing.change where trace = :trace) as last_change
            """)
        .param("trace", trace)
        .query((row, _) -> new Extent(row.getInt("places"), row.getLong("last_change")))
        .single();
  }

  List<Timeline.Stay> indexStays(long trace) {
    return jdbc.sql(
            """
            select place, from_at, to_at, inferred from tracing.stay
            where trace = :trace and generation = 1 order by from_at, place
            """)
        .param("trace", trace)
        .query(
            (row, _) ->
                new Timeline.Stay(
                    row.getLong("place"),
                    Columns.instant(row, "from_at"),
                    Columns.instant(row, "to_at"),
                    row.getBoolean("inferred")))
        .list();
  }

  Map<Long, List<Exposure>> exposuresOf(long trace, Collection<Long> persons, String document) {
    Map<Long, List<Exposure>> exposures = new LinkedHashMap<>();
    jdbc.sql(
            "select e.person, "
                + ExposureRows.COLUMNS
                + """
                from tracing.exposure e where e.trace = :trace and e.person = any(:persons)
                order by e.person, e.day, e.ordinal
                """)
        .param("trace", trace)
        .param("persons", persons.toArray(Long[]::new))
        .query(
            row -> {
              exposures
                  .computeIfAbsent(row.getLong("person"), _ -> new ArrayList<>())
                  .add(ExposureRows.exposure(row, document));
            });
    return exposures;
  }

  List<ExposingPlace> places(long trace, long index, int rows) {
    return jdbc.sql(
            """
            select s.place, s.first_from, s.last_to, s.stays, s.minutes,
              count(distinct c.person) filter (where not c.casual) as close,
              count(distinct c.person) filter (where c.casual) as casual
            from (select place, min(from_at) as first_from, max(to_at) as last_to, count(*) as stays,
                    sum(extract(epoch from to_at - from_at))::bigint / 60 as minutes
                  from tracing.stay where trace = :trace and generation = 1 group by place) s
            left join tracing.exposure e
              on e.trace = :trace and e.place = s.place and e.via = :index
            left join tracing.contact c
              on c.trace = e.trace and c.person = e.person and c.generation = 1
                and c.withdrawn_at is null
            group by s.place, s.first_from, s.last_to, s.stays, s.minutes
            order by close desc, casual desc, s.minutes desc, s.place
            limit :rows
            """)
        .param("trace", trace)
        .param("index", index)
        .param("rows", rows)
        .query(
            (row, _) ->
                new ExposingPlace(
                    row.getLong("place"),
                    Columns.instant(row, "first_from"),
                    Columns.instant(row, "last_to"),
                    row.getInt("stays"),
                    row.getLong("minutes"),
                    row.getInt("close"),
                    row.getInt("casual")))
        .list();
  }

  Page<ContactChange> changes(long trace, @Nullable Long person, @Nullable Long before, int rows) {
    List<ContactChange> found =
        jdbc.sql(
                """
                select number, person, kind, cause, at, generation, casual_before, casual_after,
                  minutes_before, minutes_after
                from tracing.change
                where trace = :trace and (:person::bigint is null or person = :person)
                  and (:before::bigint is null or number < :before)
                order by number desc limit :rows
                """)
            .param("trace", trace)
            .param("person", person)
            .param("before", before)
            .param("rows", rows + 1)
            .query(TraceViewTable::change)
            .list();
    return Page.of(found, rows, change -> Long.toString(change.number()));
  }

  private static ContactChange change(ResultSet row, int index) throws SQLException {
    return new ContactChange(
        row.getLong("number"),
        row.getLong("person"),
        ContactChange.Kind.valueOf(Columns.text(row, "kind")),
        Cause.valueOf(Columns.text(row, "cause")),
        Columns.instant(row, "at"),
        row.getObject("generation", Integer.class),
        contactClass(row.getObject("casual_before", Boolean.class)),
        contactClass(row.getObject("casual_after", Boolean.class)),
        minutes(row.getObject("minutes_before", Integer.class)),
        minutes(row.getObject("minutes_after", Integer.class)));
  }

  private static @Nullable ContactClass contactClass(@Nullable Boolean casual) {
    return casual == null ? null : casual ? ContactClass.CASUAL : ContactClass.CLOSE;
  }

  private static @Nullable Long minutes(@Nullable Integer minutes) {
    return minutes == null ? null : minutes.longValue();
  }
}
