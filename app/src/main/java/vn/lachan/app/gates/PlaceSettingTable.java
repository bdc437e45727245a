package vn.lachan.app.gates;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What places ask of their visitors, and how often the secret of their screens was replaced. */
@Component
class PlaceSettingTable {
  private final JdbcClient jdbc;

  PlaceSettingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<GateOffice.PlaceAsks> find(long place) {
    return jdbc.sql(
            """
            select declaration_needed, form, proof_required from gates.place_setting
            where place = :place
            """)
        .param("place", place)
        .query(
            (row, index) ->
                new GateOffice.PlaceAsks(
                    row.getBoolean("declaration_needed"),
                    row.getString("form"),
                    row.getBoolean("proof_required")))
        .optional();
  }

  void save(long place, GateOffice.PlaceAsks asks, long by, Instant now) {
    jdbc.sql(
            """
            insert into gates.place_setting
              (place, declaration_needed, form, proof_required, changed_at, changed_by)
            values (:place, :declaration, :form, :proof, :now, :by)
            on conflict (place) do update set declaration_needed = excluded.declaration_needed,
              form = excluded.form, proof_required = excluded.proof_required,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param("place", place)
        .param("declaration", asks.declarationNeeded())
        .param("form", asks.form())
        .param("proof", asks.proofRequired())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  int epoch(long place) {
    return jdbc.sql("select epoch from gates.screen_secret where place = :place")
        .param("place", place)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** From now on the screens of the place show codes of another secret. */
  void replaceSecret(long place, Instant now) {
    jdbc.sql(
            """
            insert into gates.screen_secret (place, epoch, at) values (:place, 1, :now)
            on conflict (place) do update set epoch = screen_secret.epoch + 1, at = excluded.at
            """)
        .param("place", place)
        .param("now", Timestamp.from(now))
        .update();
  }
}
