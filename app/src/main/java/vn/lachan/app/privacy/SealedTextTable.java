package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Sealed;

@Component
class SealedTextTable {
  private final JdbcClient jdbc;

  SealedTextTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(UUID owner, Sealed sealed) {
    return jdbc.sql(
            """
            insert into privacy.sealed_text (owner, wrapped_key, sealed, master_version)
            values (:owner, :key, :sealed, :version) returning number
            """)
        .param("owner", owner)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("version", Keyring.wrappedVersion(sealed.wrappedKey()))
        .query((row, _) -> row.getLong("number"))
        .single();
  }

  void replace(long number, Sealed sealed) {
    jdbc.sql(
            """
            update privacy.sealed_text set wrapped_key = :key, sealed = :sealed,
              master_version = :version where number = :number
            """)
        .param("number", number)
        .param("key", sealed.wrappedKey())
        .param("sealed", sealed.content())
        .param("version", Keyring.wrappedVersion(sealed.wrappedKey()))
        .update();
  }

  /**
   * Destroys what belongs to something that ended before this, at most so many texts; answers how
   * many went of each. Rows that another copy of the program destroys just now are left to it.
   */
  Map<UUID, Integer> destroyEndedBefore(Instant end, int rows) {
    Map<UUID, Integer> gone = new LinkedHashMap<>();
    jdbc.sql(
            """
            with ended as (
              select public_id from privacy.request where closed_at < :end
              union all select public_id from privacy.breach where closed_at < :end
              union all select public_id from privacy.assessment where closed_at < :end
              union all select public_id from privacy.agency_request
                where coalesce(expires_at, decided_at) < :end),
            due as (
              select number from privacy.sealed_text
              where wrapped_key is not null and owner in (select public_id from ended)
              order by number limit :rows for update skip locked)
            update privacy.sealed_text t set wrapped_key = null, sealed = null
            from due where t.number = due.number
            returning t.owner
            """)
        .param("end", Columns.time(end))
        .param("rows", rows)
        .query((row, _) -> Columns.uuid(row, "owner"))
        .list()
        .forEach(owner -> gone.merge(owner, 1, Integer::sum));
    return gone;
  }

  Optional<Sealed> find(long number, UUID owner) {
    return jdbc.sql(
            """
            select wrapped_key, sealed from privacy.sealed_text
            where number = :number and owner = :owner and wrapped_key is not null
            """)
        .param("number", number)
        .param("owner", owner)
        .query(
            (row, _) ->
                new Sealed(
                    Objects.requireNonNull(row.getBytes("wrapped_key")),
                    Objects.requireNonNull(row.getBytes("sealed"))))
        .optional();
  }
}
