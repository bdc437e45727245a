package vn.lachan.app.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdDecision;
import vn.lachan.engine.tracing.CrowdRule;
import vn.lachan.engine.tracing.PlaceWindow;

/** Crowds as the last computation found them, and what was decided about them. */
@Component
class CrowdTable {
  private final JdbcClient jdbc;

  CrowdTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A decision as it is stored. */
  record Decided(long number, CrowdDecision decision, String reason, Instant at, long by) {}

  /** The limit with the decisions that were not taken back, in their order. */
  CrowdRule rule(long trace, int visitors) {
    return new CrowdRule(visitors, decisions(trace).stream().map(Decided::decision).toList());
  }

  List<Decided> decisions(long trace) {
    return jdbc.sql(
            """
            select number, place, extract(epoch from from_at)::bigint as from_at,
              extract(epoch from to_at)::bigint as to_at,
              extract(epoch from keep_from)::bigint as keep_from,
              extract(epoch from keep_to)::bigint as keep_to, minimum_minutes, include_all, reason,
              decided_at, decided_by
            from tracing.crowd_decision where trace = :trace and undone_at is null order by number
            """)
        .param("trace", trace)
        .query(
            (row, _) ->
                new Decided(
                    row.getLong("number"),
                    new CrowdDecision(
                        row.getLong("place"),
                        row.getLong("from_at"),
                        row.getLong("to_at"),
                        row.getLong("keep_from"),
                        row.getLong("keep_to"),
                        row.getInt("minimum_minutes"),
                        row.getBoolean("include_all")),
                    Columns.text(row, "reason"),
                    Columns.instant(row, "decided_at"),
                    row.getLong("decided_by")))
        .list();
  }

  void decide(long trace, CrowdDecision decision, String reason, long by, Instant now) {
    jdbc.sql(
            """
            insert into tracing.crowd_decision (trace, place, from_at, to_at, keep_from, keep_to,
              minimum_minutes, include_all, reason, decided_at, decided_by)
            values (:trace, :place, to_timestamp(:from), to_timestamp(:to), to_timestamp(:keepFrom),
              to_timestamp(:keepTo), :minutes, :all, :reason, :now, :by)
            """)
        .param("trace", trace)
        .param("place", decision.place())
        .param("from", decision.from())
        .param("to", decision.to())
        .param("keepFrom", decision.keepFrom())
        .param("keepTo", decision.keepTo())
        .param("minutes", decision.minimumMinutes())
        .param("all", decision.includeAll())
        .param("reason", reason)
        .param("now", Columns.time(now))
        .param("by", by)
        .update();
  }

  /** Takes back every decision that met [from, to) at a place; answers how many there were. */
  int undo(long trace, PlaceWindow window, long by, Instant now) {
    return jdbc.sql(
            """
            update tracing.crowd_decision set undone_at = :now, undone_by = :by
            where trace = :trace and place = :place and undone_at is null
              and from_at < to_timestamp(:to) and to_at > to_timestamp(:from)
            """)
        .param("trace", trace)
        .param("place", window.place())
        .param("from", window.from())
        .param("to", window.to())
        .param("by", by)
        .param("now", Columns.time(now))
        .update();
  }

  /** Crowds are few; they are replaced as a whole where they differ. */
  void keep(long trace, List<Crowd> crowds) {
    Set<Crowd> stored = new HashSet<>(ofTrace(trace));
    if (stored.equals(Set.copyOf(crowds))) {
      return;
    }
    jdbc.sql("delete from tracing.crowd where trace = :trace").param("trace", trace).update();
    for (Crowd crowd : crowds) {
      insert(trace, crowd);
    }
  }

  private void insert(long trace, Crowd crowd) {
    jdbc.sql(
            """
            insert into tracing.crowd (trace, generation, place, from_at, to_at, visitors, contacts,
              close, source_minutes, outcome, shared)
            values (:trace, :generation, :place, to_timestamp(:from), to_timestamp(:to), :visitors,
              :contacts, :close, :minutes, :outcome, :shared::int[])
            """)
        .param("trace", trace)
        .param("generation", crowd.generation())
        .param("place", crowd.window().place())
        .param("from", crowd.window().from())
        .param("to", crowd.window().to())
        .param("visitors", crowd.visitors())
        .param("contacts", crowd.contacts())
        .param("close", crowd.close())
        .param("minutes", crowd.sourceMinutes())
        .param("outcome", crowd.outcome().name())
        .param("shared", crowd.sharedAtLeast().toArray(Integer[]::new))
        .update();
  }

  List<Crowd> ofTrace(long trace) {
    return jdbc.sql(
            """
            select generation, place, extract(epoch from from_at)::bigint as from_at,
              extract(epoch from to_at)::bigint as to_at, visitors, contacts, close, source_minutes,
              outcome, shared
            from tracing.crowd where trace = :trace order by generation, from_at, place
            """)
        .param("trace", trace)
        .query(CrowdTable::crowd)
        .list();
  }

  private static Crowd crowd(ResultSet row, int index) throws SQLException {
    return new Crowd(
        row.getInt("generation"),
        new PlaceWindow(row.getLong("place"), row.getLong("from_at"), row.getLong("to_at")),
        row.getInt("visitors"),
        row.getInt("contacts"),
        row.getInt("close"),
        row.getLong("source_minutes"),
        Crowd.Outcome.valueOf(Columns.text(row, "outcome")),
        List.of((Integer[]) Objects.requireNonNull(row.getArray("shared")).getArray()));
  }
}
