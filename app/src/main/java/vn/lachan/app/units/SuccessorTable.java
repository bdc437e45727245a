package vn.lachan.app.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators state about successors, and the closure rows that follow from it. */
@Component
class SuccessorTable {
  private final JdbcClient jdbc;

  SuccessorTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Lineage> leadingFrom(int oldId) {
    return jdbc.sql("select old_id, new_id, extent from units.successor_in_force where old_id = ?")
        .param(oldId)
        .query(SuccessorTable::lineage)
        .list();
  }

  List<Lineage> leadingTo(int newId) {
    return jdbc.sql("select old_id, new_id, extent from units.successor_in_force where new_id = ?")
        .param(newId)
        .query(SuccessorTable::lineage)
        .list();
  }

  Set<Integer> completedIds() {
    return jdbc.sql("select distinct old_id from units.successor_in_force")
        .query((row, number) -> row.getInt("old_id"))
        .set();
  }

  void record(
      int oldId, int newId, Lineage.Extent extent, String document, long staffId, Instant at) {
    jdbc.sql(
            """
            insert into units.successor_note
              (old_id, new_id, extent, document, recorded_by, recorded_at)
            select :oldId, :newId, :extent, :document, :staffId, :at
            where not exists (
              select from units.successor_in_force where old_id = :oldId and new_id = :newId)
            """)
        .param("oldId", oldId)
        .param("newId", newId)
        .param("extent", key(extent))
        .param("document", document)
        .param("staffId", staffId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    addToClosure();
  }

  /** The notes of a pair end; the closure loses what followed from them and only from them. */
  void withdraw(int oldId, int newId, long staffId, Instant at) {
    jdbc.sql(
            """
            insert into units.successor_withdrawal (note_id, withdrawn_by, withdrawn_at)
            select note.id, :staffId, :at
            from units.successor_note note
            where note.old_id = :oldId and note.new_id = :newId
            on conflict do nothing
            """)
        .param("oldId", oldId)
        .param("newId", newId)
        .param("staffId", staffId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    removeFromClosure(oldId);
    addToClosure();
  }

  /** Lays all statements in force over the closure; repeating it changes nothing. */
  void addToClosure() {
    jdbc.sql(
            """
            insert into units.within_any (ancestor_id, unit_id, extent)
            select above.ancestor_id, note.old_id, min(note.extent)
            from units.successor_in_force note
            join units.within_any above on above.unit_id = note.new_id
            group by above.ancestor_id, note.old_id
            on conflict (ancestor_id, unit_id) do update set extent = 'full'
            where within_any.extent = 'partial' and excluded.extent = 'full'
            """)
        .update();
  }

  /** A commune without published successor reaches today's communes by statements alone. */
  private void removeFromClosure(int oldId) {
    jdbc.sql(
            """
            delete from units.within_any pair
            using units.unit ancestor
            where pair.unit_id = :oldId and ancestor.id = pair.ancestor_id
              and ancestor.level = 3 and ancestor.id <> :oldId
            """)
        .param("oldId", oldId)
        .update();
  }

  private static Lineage lineage(ResultSet row, int number) throws SQLException {
    return new Lineage(
        row.getInt("old_id"),
        row.getInt("new_id"),
        Lineage.Extent.valueOf(row.getString("extent").toUpperCase(Locale.ROOT)),
        null,
        Lineage.Origin.OPERATOR);
  }

  private static String key(Lineage.Extent extent) {
    return extent.name().toLowerCase(Locale.ROOT);
  }
}
