package vn.lachan.app.places;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.engine.scan.PlaceCode;

/** What happened to places ({@code places.state_change}) and the codes they bore. */
@Component
class PlaceHistoryTable {
  static final int ROWS_MOST = 100;

  /** Two collisions in a row happen once in billions; more mean broken randomness. */
  private static final int CODE_ATTEMPTS_MOST = 10;

  private final JdbcClient jdbc;
  private final RandomGenerator random;

  @Autowired
  PlaceHistoryTable(JdbcClient jdbc) {
    this(jdbc, new SecureRandom());
  }

  PlaceHistoryTable(JdbcClient jdbc, RandomGenerator random) {
    this.jdbc = jdbc;
    this.random = random;
  }

  /** What {@link Places#load} does to each place, for many at once. */
  void recordLoaded(List<Long> places, Instant at) {
    jdbc.sql(
            """
            insert into places.state_change (place, what, at, by)
            select place, what, :at, 0
            from unnest(:places::bigint[]) as place,
              (values (1, 'registered'), (2, 'approved')) as step (position, what)
            order by place, position
            """)
        .param("at", Timestamp.from(at))
        .param("places", places.toArray(Long[]::new))
        .update();
  }

  void record(
      long place, StateChange.What what, Instant at, @Nullable Long by, @Nullable String reason) {
    jdbc.sql(
            """
            insert into places.state_change (place, what, at, by, reason)
            values (:place, :what, :at, :by, :reason)
            """)
        .param("place", place)
        .param("what", what.key())
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  List<StateChange> changes(long place) {
    return jdbc.sql(
            """
            select what, at, by, reason from places.state_change
            where place = :place order by number desc limit :rows
            """)
        .param("place", place)
        .param("rows", ROWS_MOST)
        .query(PlaceHistoryTable::change)
        .list();
  }

  /** Codes that no place ever had, written down as these places'; in their order. */
  Map<Long, PlaceCode> issueCodes(List<Long> places, Instant now) {
    Map<Long, PlaceCode> issued = HashMap.newHashMap(places.size());
    List<Long> waiting = places;
    for (int attempt = 0; attempt < CODE_ATTEMPTS_MOST && !waiting.isEmpty(); attempt++) {
      Map<Long, PlaceCode> wanted = HashMap.newHashMap(waiting.size());
      waiting.forEach(place -> wanted.put(place, PlaceCode.fromRandom(random.nextLong())));
      Set<Long> got = claim(wanted, now);
      got.forEach(place -> issued.put(place, Objects.requireNonNull(wanted.get(place))));
      waiting = waiting.stream().filter(place -> !got.contains(place)).toList();
    }
    if (!waiting.isEmpty()) {
      throw new IllegalStateException("Random place codes keep colliding");
    }
    return issued;
  }

  /** The places that got their code; a code that was ever given out before is not given again. */
  Set<Long> claim(Map<Long, PlaceCode> wanted, Instant now) {
    List<Long> places = List.copyOf(wanted.keySet());
    return Set.copyOf(
        jdbc.sql(
                """
                insert into places.code (code, place, since)
                select code, place, :now from unnest(:codes::text[], :places::bigint[])
                  as wanted (code, place)
                on conflict (code) do nothing
                returning place
                """)
            .param(
                "codes",
                places.stream().map(place -> symbols(wanted, place)).toArray(String[]::new))
            .param("places", places.toArray(Long[]::new))
            .param("now", Timestamp.from(now))
            .query((row, index) -> row.getLong(1))
            .list());
  }

  void retireCodes(long place, String reason, Instant now) {
    jdbc.sql(
            """
            update places.code set until = :now, reason = :reason
            where place = :place and until is null
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .param("reason", reason)
        .update();
  }

  List<PlaceView.CodeIssue> codes(long place) {
    return jdbc.sql(
            """
            select code, since, until, reason from places.code
            where place = :place order by since desc limit :rows
            """)
        .param("place", place)
        .param("rows", ROWS_MOST)
        .query(PlaceHistoryTable::issue)
        .list();
  }

  private static String symbols(Map<Long, PlaceCode> wanted, Long place) {
    return Objects.requireNonNull(wanted.get(place)).symbols();
  }

  private static StateChange change(ResultSet row, int index) throws SQLException {
    return new StateChange(
        StateChange.What.of(PlaceCardTable.text(row, "what")),
        Objects.requireNonNull(PlaceCardTable.instant(row, "at")),
        row.getObject("by", Long.class),
        row.getString("reason"));
  }

  private static PlaceView.CodeIssue issue(ResultSet row, int index) throws SQLException {
    return new PlaceView.CodeIssue(
        new PlaceCode(PlaceCardTable.text(row, "code")).shown(),
        Objects.requireNonNull(PlaceCardTable.instant(row, "since")),
        PlaceCardTable.instant(row, "until"),
        row.getString("reason"));
  }
}
