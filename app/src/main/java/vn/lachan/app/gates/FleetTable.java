package vn.lachan.app.gates;

import static vn.lachan.app.gates.GateDeviceTable.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/** Reads devices over many places, through the view of where places belong. */
@Component
class FleetTable implements GateFleet {
  private static final int PAGE = 50;
  private static final String FROM =
      """
      from gates.device d
      join places.located p on p.number = d.place
      left join gates.contact c on c.device = d.number
      left join gates.revocation r on r.device = d.number
      cross join lateral (select exists (select from gates.shift s
        where s.device = d.number and s.ended_at is null and s.started_at > :shiftsFrom) as open) s
      where d.enrolled_at is not null and %s
      """;
  private static final String IN_USE = "r.device is null";
  private static final String SILENT =
      IN_USE + " and s.open and (c.at is null or c.at < :silentBefore)";
  private static final String NEVER = IN_USE + " and c.at is null";
  private static final String WAITING = IN_USE + " and c.waiting > 0";
  private static final String DRIFTING = IN_USE + " and abs(c.drift_seconds) >= :drift";
  private static final String REFUSED = IN_USE + " and c.refused > 0";
  private static final String REVOKED = "r.device is not null";

  /** A shift that nobody ended is over by then. */
  private static final Duration SHIFT_MOST = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final GatesSettings settings;

  FleetTable(JdbcClient jdbc, GatesSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public Counts counts(Actor actor, Instant now) {
    Reach reach = actor.require(Permission.PLACES_REGISTER);
    return jdbc.sql(
            """
            select count(*) filter (where %s) as in_use, count(*) filter (where %s) as silent,
              count(*) filter (where %s) as never, count(*) filter (where %s) as waiting, count(*) filter (where %s) as drifting,
              count(*) filter (where %s) as refused, count(*) filter (where %s) as revoked
            """
                    .formatted(IN_USE, SILENT, NEVER, WAITING, DRIFTING, REFUSED, REVOKED)
                + FROM.formatted(reach.sql("p.unit_id", "p.sector", "d.place")))
        .params(values(reach, now))
        .query(
            (row, index) ->
                new Counts(
                    row.getInt("in_use"),
                    row.getInt("silent"),
                    row.getInt("never"),
                    row.getInt("waiting"),
                    row.getInt("drifting"),
                    row.getInt("refused"),
                    row.getInt("revoked")))
        .single();
  }

  @Override
  public Page<FleetRow> devices(
      Actor actor, FleetState state, @Nullable String after, Instant now) {
    Reach reach = actor.require(Permission.PLACES_REGISTER);
    List<FleetRow> rows =
        jdbc.sql(
                """
                select d.number, d.public_id, d.name, p.public_id as place, p.name as place_name,
                  p.unit_id, s.open, c.at, coalesce(c.drift_seconds, 0) as drift,
                  coalesce(c.waiting, 0) as waiting, c.oldest_waiting,
                  coalesce(c.refused, 0) as refused, coalesce(c.delivered, 0) as delivered,
                  r.revoked_at
                """
                    + FROM.formatted(reach.sql("p.unit_id", "p.sector", "d.place"))
                    + " and "
                    + condition(state)
                    + " and d.number < :after order by d.number desc limit :rows")
            .params(values(reach, now))
            .param("after", after == null ? Long.MAX_VALUE : key(after))
            .param("rows", PAGE + 1)
            .query(FleetTable::row)
            .list();
    return Page.of(rows, PAGE, row -> Long.toString(row.number()));
  }

  private Map<String, Object> values(Reach reach, Instant now) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    values.put("shiftsFrom", Timestamp.from(now.minus(SHIFT_MOST)));
    values.put(
        "silentBefore", Timestamp.from(now.minus(Duration.ofMinutes(settings.silentMinutes()))));
    values.put("drift", settings.driftWarningSeconds());
    return values;
  }

  private static String condition(FleetState state) {
    return switch (state) {
      case IN_USE -> IN_USE;
      case SILENT -> SILENT;
      case NEVER -> NEVER;
      case WAITING -> WAITING;
      case DRIFTING -> DRIFTING;
      case REFUSED -> REFUSED;
      case REVOKED -> REVOKED;
    };
  }

  private static long key(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Refusal.invalid("gates.refused.page-key");
    }
  }

  private static FleetRow row(ResultSet row, int index) throws SQLException {
    return new FleetRow(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        Objects.requireNonNull(row.getString("name")),
        Objects.requireNonNull(row.getObject("place", UUID.class)),
        Objects.requireNonNull(row.getString("place_name")),
        row.getInt("unit_id"),
        row.getBoolean("open"),
        instant(row, "at"),
        row.getInt("drift"),
        row.getInt("waiting"),
        instant(row, "oldest_waiting"),
        row.getInt("refused"),
        row.getLong("delivered"),
        instant(row, "revoked_at"));
  }
}
