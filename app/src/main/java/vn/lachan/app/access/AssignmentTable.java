package vn.lachan.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles, where they hold, and who gave and took them. */
@Component
class AssignmentTable {
  private final JdbcClient jdbc;

  AssignmentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Granting twice what is held changes nothing. */
  boolean insert(long account, Grant grant, long by, Instant now) {
    Columns columns = Columns.of(grant.scope());
    return jdbc.sql(
                """
                insert into access.assignment
                  (account, role, unit_id, sector, place, granted_at, granted_by)
                values (:account, :role, :unit, :sector, :place, :at, :by)
                on conflict do nothing
                """)
            .param("account", account)
            .param("role", grant.role().name())
            .param("unit", columns.unit())
            .param("sector", columns.sector())
            .param("place", columns.place())
            .param("at", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  List<Assignment> ofAccount(long account) {
    return jdbc.sql(
            """
            select number, account, role, unit_id, sector, place, granted_at, granted_by
            from access.assignment where account = :account and revoked_at is null
            order by number
            """)
        .param("account", account)
        .query(AssignmentTable::assignment)
        .list();
  }

  List<Assignment> ofPlace(long place) {
    return jdbc.sql(
            """
            select number, account, role, unit_id, sector, place, granted_at, granted_by
            from access.assignment where place = :place and revoked_at is null
            order by number
            """)
        .param("place", place)
        .query(AssignmentTable::assignment)
        .list();
  }

  Optional<Assignment> find(long number) {
    return jdbc.sql(
            """
            select number, account, role, unit_id, sector, place, granted_at, granted_by
            from access.assignment where number = :number and revoked_at is null
            """)
        .param("number", number)
        .query(AssignmentTable::assignment)
        .optional();
  }

  boolean revoke(long number, long by, Instant now) {
    return jdbc.sql(
                """
                update access.assignment set revoked_at = :at, revoked_by = :by
                where number = :number and revoked_at is null
                """)
            .param("number", number)
            .param("at", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  /** Whether a unit lies within one of the others. */
  boolean isWithin(List<Integer> ancestors, int unit) {
    return jdbc.sql(
            """
            select exists (select 1 from units.within
              where ancestor_id = any(:ancestors) and unit_id = :unit)
            """)
        .param("ancestors", ancestors.toArray(Integer[]::new))
        .param("unit", unit)
        .query(Boolean.class)
        .single();
  }

  /** Open staff accounts that hold one of these roles at a unit or above it. */
  List<StaffName> holders(List<String> roles, int unit, int limit) {
    return jdbc.sql(
            """
            select a.number, a.display_name from access.account a
            where a.kind = 'STAFF'
              and exists (select from access.assignment s
                where s.account = a.number and s.revoked_at is null and s.role = any(:roles)
                  and s.sector is null and s.place is null
                  and (s.unit_id is null or s.unit_id in
                    (select ancestor_id from units.within where unit_id = :unit)))
              and not exists (select from access.closure c
                where c.account = a.number and c.reopened_at is null)
            order by a.display_name, a.number limit :limit
            """)
        .param("roles", roles.toArray(String[]::new))
        .param("unit", unit)
        .param("limit", limit)
        .query((row, _) -> new StaffName(row.getLong(1), row.getString(2)))
        .list();
  }

  private static Assignment assignment(ResultSet row, int index) throws SQLException {
    return new Assignment(
        row.getLong("number"),
        row.getLong("account"),
        new Grant(
            Role.valueOf(row.getString("role")),
            new Columns(
                    row.getObject("unit_id", Integer.class),
                    row.getString("sector"),
                    row.getObject("place", Long.class))
                .scope()),
        Objects.requireNonNull(row.getTimestamp("granted_at")).toInstant(),
        row.getLong("granted_by"));
  }

  /** A scope as it lies in its columns. */
  record Columns(@Nullable Integer unit, @Nullable String sector, @Nullable Long place) {
    static Columns of(Scope scope) {
      return switch (scope) {
        case Scope.Everywhere ignored -> new Columns(null, null, null);
        case Scope.OfUnit(int unit) -> new Columns(unit, null, null);
        case Scope.OfSector(String sector, int unit) -> new Columns(unit, sector, null);
        case Scope.OfPlace(long place) -> new Columns(null, null, place);
      };
    }

    Scope scope() {
      if (place != null) {
        return new Scope.OfPlace(place);
      }
      if (unit == null) {
        return new Scope.Everywhere();
      }
      return sector == null ? new Scope.OfUnit(unit) : new Scope.OfSector(sector, unit);
    }
  }
}
