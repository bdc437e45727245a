package vn.lachan.app.gates;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Reach;

/** Trips through checkpoints and the people on them. */
@Component
class TripTable {
  private static final String COLUMNS =
      """
      select t.number, t.public_id, t.device, t.key, t.place, t.account, t.at, t.received_at,
        t.vehicle, t.direction, t.decision, t.reason, t.people, t.stopped, t.lead_person,
        t.plate_checked, t.sealed
      from gates.trip t
      """;

  private final JdbcClient jdbc;

  TripTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody on a vehicle, in the order in which they were entered. */
  record Person(
      int position,
      long person,
      String role,
      @Nullable Integer row,
      boolean stopped,
      byte @Nullable [] sealed) {}

  record New(
      GateDevice device,
      GateRecord content,
      long account,
      GateBody.Trip trip,
      boolean plateChecked,
      byte @Nullable [] plateHash,
      byte @Nullable [] sealed,
      List<Person> people) {}

  record Row(
      long number,
      UUID publicId,
      long device,
      UUID key,
      long place,
      long account,
      Instant at,
      Instant receivedAt,
      String vehicle,
      String direction,
      TripDecision decision,
      @Nullable String reason,
      int people,
      int stopped,
      long lead,
      boolean plateChecked,
      byte @Nullable [] sealed) {}

  /** Two persons on one trip. */
  record Pair(
      long personA,
      long personB,
      @Nullable Integer rowA,
      @Nullable Integer rowB,
      long place,
      Instant at) {}

  /** Trips of a day with one decision and reason. */
  record Count(
      String day, TripDecision decision, @Nullable String reason, int vehicles, int people) {}

  /** False where this record was stored before. */
  boolean insert(New trip, Instant now) {
    Optional<Long> number =
        jdbc.sql(
                """
                insert into gates.trip (device, key, place, unit_id, sector, account, at,
                  original_at, clock_correction_seconds, received_at, vehicle, direction, decision,
                  reason, people, stopped, lead_person, plate_hash, plate_checked, sealed)
                values (:device, :key, :place, :unit, :sector, :account, :at, :original,
                  :correction, :now, :vehicle, :direction, :decision, :reason, :people, :stopped,
                  :lead, :hash, :checked, :sealed)
                on conflict (device, key) do nothing returning number
                """)
            .params(parameters(trip, now))
            .query(Long.class)
            .optional();
    number.ifPresent(stored -> insert(stored, trip));
    return number.isPresent();
  }

  private static Map<String, @Nullable Object> parameters(New trip, Instant now) {
    GateRecord content = trip.content();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("device", trip.device().number());
    values.put("key", content.key());
    values.put("place", trip.device().place().number());
    values.put("unit", trip.device().place().unit());
    values.put("sector", trip.device().place().sector());
    values.put("account", trip.account());
    values.put("at", Timestamp.from(content.at()));
    values.put("original", Timestamp.from(content.originalAt()));
    values.put("correction", content.correctionSeconds());
    values.put("now", Timestamp.from(now));
    values.put("vehicle", trip.trip().vehicle());
    values.put("direction", trip.trip().direction().equals("in") ? "IN" : "OUT");
    values.put("decision", TripDecision.of(trip.trip().decision()).name());
    values.put("reason", trip.trip().reason());
    values.put("people", trip.people().size());
    values.put("stopped", (int) trip.people().stream().filter(Person::stopped).count());
    values.put("lead", trip.people().getFirst().person());
    values.put("hash", trip.plateHash());
    values.put("checked", trip.plateChecked());
    values.put("sealed", trip.sealed());
    return values;
  }

  private void insert(long trip, New made) {
    for (Person person : made.people()) {
      jdbc.sql(
              """
              insert into gates.trip_person
                (trip, position, person, at, role, seat_row, stopped, sealed)
              values (:trip, :position, :person, :at, :role, :row, :stopped, :sealed)
              """)
          .param("trip", trip)
          .param("position", person.position())
          .param("person", person.person())
          .param("at", Timestamp.from(made.content().at()))
          .param("role", person.role())
          .param("row", person.row())
          .param("stopped", person.stopped())
          .param("sealed", person.sealed())
          .update();
    }
  }

  void remove(long device, UUID key) {
    jdbc.sql("delete from gates.trip where device = :device and key = :key")
        .param("device", device)
        .param("key", key)
        .update();
  }

  /** The latest first; values of the filter are parameters. */
  List<Row> list(Reach reach, TripQuery query, int rows) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    String where = query.where(reach, values);
    values.put("rows", rows);
    return jdbc.sql(COLUMNS + where + " order by t.at desc, t.number desc limit :rows")
        .params(values)
        .query(TripTable::row)
        .list();
  }

  /** Places with a device that brought trips; by the place's own scope, which moves with it. */
  List<Long> places(Reach reach, int most) {
    return jdbc.sql(
            """
            select distinct d.place from gates.device d
            join places.located p on p.number = d.place
            where exists (select from gates.trip t where t.place = d.place)
              and\s"""
                + reach.sql("p.unit_id", "p.sector", "d.place")
                + " limit :most")
        .params(reach.parameters())
        .param("most", most)
        .query((row, index) -> row.getLong("place"))
        .list();
  }

  List<Count> counts(Reach reach, TripQuery query, String zone) {
    Map<String, Object> values = new HashMap<>(reach.parameters());
    String where = query.where(reach, values);
    values.put("zone", zone);
    return jdbc.sql(
            """
            select (t.at at time zone :zone)::date::text as day, t.decision, t.reason,
              count(*) as vehicles, sum(t.people) as people
            from gates.trip t
            """
                + where
                + " group by 1, 2, 3 order by 1 desc, 2, 3")
        .params(values)
        .query(
            (row, index) ->
                new Count(
                    Objects.requireNonNull(row.getString("day")),
                    TripDecision.valueOf(row.getString("decision")),
                    row.getString("reason"),
                    row.getInt("vehicles"),
                    row.getInt("people")))
        .list();
  }

  Optional<Row> find(Reach reach, UUID trip) {
    return jdbc.sql(
            COLUMNS
                + " where t.public_id = :trip and "
                + reach.sql("t.unit_id", "t.sector", "t.place"))
        .params(reach.parameters())
        .param("trip", trip)
        .query(TripTable::row)
        .optional();
  }

  List<Person> people(long trip) {
    return jdbc.sql(
            """
            select position, person, role, seat_row, stopped, sealed from gates.trip_person
            where trip = :trip order by position
            """)
        .param("trip", trip)
        .query(
            (row, index) ->
                new Person(
                    row.getInt("position"),
                    row.getLong("person"),
                    Objects.requireNonNull(row.getString("role")),
                    row.getObject("seat_row", Integer.class),
                    row.getBoolean("stopped"),
                    row.getBytes("sealed")))
        .list();
  }

  /** Who was on a vehicle with one of these records; the first of a pair is the one asked about. */
  List<Pair> pairs(Collection<Long> records, Instant from, Instant to) {
    return jdbc.sql(
            """
            select a.person as one, b.person as other, a.seat_row as row_one,
              b.seat_row as row_other, t.place, t.at
            from gates.trip_person a
            join gates.trip_person b on b.trip = a.trip and b.position <> a.position
            join gates.trip t on t.number = a.trip
            where a.person = any(:records) and a.at >= :from and a.at < :to
            """)
        .param("records", records.toArray(Long[]::new))
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(
            (row, index) ->
                new Pair(
                    row.getLong("one"),
                    row.getLong("other"),
                    row.getObject("row_one", Integer.class),
                    row.getObject("row_other", Integer.class),
                    row.getLong("place"),
                    Objects.requireNonNull(GateDeviceTable.instant(row, "at"))))
        .list();
  }

  /** Those of the records that stand on a trip that is still held. */
  List<Long> held(Collection<Long> records) {
    return jdbc.sql("select distinct person from gates.trip_person where person = any(:records)")
        .param("records", records.toArray(Long[]::new))
        .query((row, index) -> row.getLong("person"))
        .list();
  }

  /** What was sealed under destroyed keys is noise; it goes. */
  void destroy(Collection<Long> records) {
    jdbc.sql("update gates.trip_person set sealed = null where person = any(:records)")
        .param("records", records.toArray(Long[]::new))
        .update();
    jdbc.sql(
            """
            update gates.trip set sealed = null, plate_hash = null where lead_person = any(:records)
            """)
        .param("records", records.toArray(Long[]::new))
        .update();
  }

  /** The oldest trips before a time, after a number, with everybody on them. */
  Map<Long, List<Long>> before(Instant at, long after, int rows) {
    Map<Long, List<Long>> found = new HashMap<>();
    jdbc.sql(
            """
            select t.number, array(
              select p.person from gates.trip_person p where p.trip = t.number) as people
            from gates.trip t where t.at < :at and t.number > :after
            order by t.number limit :rows
            """)
        .param("at", Timestamp.from(at))
        .param("after", after)
        .param("rows", rows)
        .query(
            row -> {
              found.put(row.getLong("number"), longs(row.getArray("people")));
            });
    return found;
  }

  private static List<Long> longs(@Nullable Array column) throws SQLException {
    List<Long> values = new ArrayList<>();
    for (Object value : (Object[]) Objects.requireNonNull(column).getArray()) {
      values.add((Long) Objects.requireNonNull(value));
    }
    return values;
  }

  int delete(Collection<Long> trips) {
    return jdbc.sql("delete from gates.trip where number = any(:trips)")
        .param("trips", trips.toArray(Long[]::new))
        .update();
  }

  private static Row row(ResultSet row, int index) throws SQLException {
    return new Row(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        row.getLong("device"),
        Objects.requireNonNull(row.getObject("key", UUID.class)),
        row.getLong("place"),
        row.getLong("account"),
        Objects.requireNonNull(GateDeviceTable.instant(row, "at")),
        Objects.requireNonNull(GateDeviceTable.instant(row, "received_at")),
        Objects.requireNonNull(row.getString("vehicle")),
        Objects.requireNonNull(row.getString("direction")),
        TripDecision.valueOf(row.getString("decision")),
        row.getString("reason"),
        row.getInt("people"),
        row.getInt("stopped"),
        row.getLong("lead_person"),
        row.getBoolean("plate_checked"),
        row.getBytes("sealed"));
  }
}
