package vn.lachan.app.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** Writing homes: households with their stays, and former residences. */
@Component
class HomeTable {
  /** Members shown of one household; a dormitory may have more. */
  static final int MEMBERS_SHOWN = 200;

  private final JdbcClient jdbc;

  HomeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Place insert(HouseholdKind kind, @Nullable Integer unit, long officer, Instant now) {
    return jdbc.sql(
            """
            insert into people.household (kind, unit_id, created_at, created_by)
            values (:kind, :unit, :now, :officer)
            returning number, public_id, kind
            """)
        .param("kind", kind.name())
        .param("unit", unit)
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .query(HomeTable::place)
        .single();
  }

  /** Locks the household, so that two officers do not write one stay twice. */
  Optional<Place> lock(UUID household) {
    return jdbc.sql(
            "select number, public_id, kind from people.household where public_id = :id for update")
        .param("id", household)
        .query(HomeTable::place)
        .optional();
  }

  List<Place> ofPersons(Collection<Long> records) {
    return jdbc.sql(
            """
            select number, public_id, kind from people.household
            where number in (
              select household from people.household_member where person = any(:records))
            order by number desc
            """)
        .param("records", PersonTable.numbers(records))
        .query(HomeTable::place)
        .list();
  }

  List<Stay> stays(Collection<Long> households) {
    return jdbc.sql(
            """
            select m.* from unnest(:households::bigint[]) as h (number)
            cross join lateral (
              select * from people.household_member
              where household = h.number
              order by left_at is not null, entered_at desc, person
              limit :most) m
            """)
        .param("households", PersonTable.numbers(households))
        .param("most", MEMBERS_SHOWN)
        .query(HomeTable::stay)
        .list();
  }

  List<Stay> staysOf(long household, Collection<Long> records) {
    return jdbc.sql(
            """
            select * from people.household_member
            where household = :household and person = any(:records)
            order by entered_at desc
            """)
        .param("household", household)
        .param("records", PersonTable.numbers(records))
        .query(HomeTable::stay)
        .list();
  }

  List<Long> members(long household) {
    return jdbc.sql(
            "select distinct person from people.household_member where household = :household")
        .param("household", household)
        .query((row, index) -> row.getLong(1))
        .list();
  }

  void enter(
      long household,
      long person,
      Instant since,
      @Nullable Instant until,
      SaidBy saidBy,
      long officer,
      Instant now) {
    jdbc.sql(
            """
            insert into people.household_member
              (household, person, entered_at, left_at, said_by, recorded_at, recorded_by)
            values (:household, :person, :since, :until, :saidBy, :now, :officer)
            """)
        .param("household", household)
        .param("person", person)
        .param("since", Timestamp.from(since))
        .param("until", until == null ? null : Timestamp.from(until))
        .param("saidBy", saidBy.name())
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .update();
  }

  void leave(Stay stay, Instant at, SaidBy saidBy, long officer, Instant now) {
    jdbc.sql(
            """
            update people.household_member
            set left_at = :at, left_said_by = :saidBy, left_recorded_at = :now,
                left_recorded_by = :officer
            where household = :household and person = :person and entered_at = :entered
            """)
        .param("household", stay.household())
        .param("person", stay.person())
        .param("entered", Timestamp.from(stay.enteredAt()))
        .param("at", Timestamp.from(at))
        .param("saidBy", saidBy.name())
        .param("now", Timestamp.from(now))
        .param("officer", officer)
        .update();
  }

  void delete(Stay stay) {
    jdbc.sql(
            """
            delete from people.household_member
            where household = :household and person = :person and entered_at = :entered
            """)
        .param("household", stay.household())
        .param("person", stay.person())
        .param("entered", Timestamp.from(stay.enteredAt()))
        .update();
  }

  List<FormerRow> residences(Collection<Long> records) {
    return jdbc.sql(
            """
            select * from people.residence where person = any(:records)
            order by entered_at desc
            """)
        .param("records", PersonTable.numbers(records))
        .query(HomeTable::former)
        .list();
  }

  private static Place place(ResultSet row, int index) throws SQLException {
    return new Place(
        row.getLong("number"),
        Columns.uuid(row, "public_id"),
        HouseholdKind.valueOf(Columns.text(row, "kind")));
  }

  private static Stay stay(ResultSet row, int index) throws SQLException {
    return new Stay(
        row.getLong("household"),
        row.getLong("person"),
        Columns.instant(row, "entered_at"),
        Columns.instantOrNull(row, "left_at"),
        saidBy(row),
        row.getObject("recorded_by", Long.class));
  }

  private static FormerRow former(ResultSet row, int index) throws SQLException {
    return new FormerRow(
        row.getLong("person"),
        Columns.instant(row, "entered_at"),
        Columns.instantOrNull(row, "left_at"),
        row.getObject("unit_id", Integer.class),
        row.getBytes("address"),
        saidBy(row),
        row.getObject("recorded_by", Long.class));
  }

  private static @Nullable SaidBy saidBy(ResultSet row) throws SQLException {
    String saidBy = row.getString("said_by");
    return saidBy == null ? null : SaidBy.valueOf(saidBy);
  }

  record Place(long number, UUID id, HouseholdKind kind) {}

  record Stay(
      long household,
      long person,
      Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable SaidBy saidBy,
      @Nullable Long recordedBy) {
    boolean overlaps(Instant from, @Nullable Instant to) {
      return (to == null || enteredAt.isBefore(to)) && (leftAt == null || leftAt.isAfter(from));
    }
  }

  /** A former home as it lies in the table; the address is sealed with the record's key. */
  record FormerRow(
      long person,
      Instant enteredAt,
      @Nullable Instant leftAt,
      @Nullable Integer unit,
      byte @Nullable [] address,
      @Nullable SaidBy saidBy,
      @Nullable Long recordedBy) {}
}
