package vn.lachan.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Sealed;
import vn.lachan.app.places.NewInspection.Finding;

/** Writes inspections, their findings and steps, and reads one. */
@Component
class InspectionTable {
  private final JdbcClient jdbc;

  InspectionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an inspection is about, by its numbers inside. */
  record Target(
      @Nullable Long place, @Nullable Long obliged, int unit, String sector, String type) {}

  /** What a step needs to know of the inspection that it changes. */
  record Held(
      long number,
      UUID publicId,
      InspectionState state,
      @Nullable LocalDate due,
      long inspector,
      @Nullable Long previous,
      byte @Nullable [] metKey,
      byte @Nullable [] metName) {}

  long insert(
      UUID id,
      Target target,
      @Nullable Long previous,
      NewInspection given,
      @Nullable Sealed met,
      InspectionState state,
      long inspector,
      Instant now) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", id);
    values.put("place", target.place());
    values.put("obliged", target.obliged());
    values.put("unit", target.unit());
    values.put("sector", target.sector());
    values.put("type", target.type());
    values.put("previous", previous);
    values.put("at", Timestamp.from(given.at()));
    values.put("inspector", inspector);
    values.put("met", given.met().key());
    values.put("metKey", met == null ? null : met.wrappedKey());
    values.put("metName", met == null ? null : met.content());
    values.put("note", given.note());
    values.put("outcome", given.outcome().key());
    values.put("demand", given.demand());
    values.put("referredTo", given.referredTo());
    values.put("state", state.key());
    values.put("due", given.due());
    values.put("now", Timestamp.from(now));
    try {
      return jdbc.sql(
              """
              insert into places.inspection (public_id, place, obliged, unit_id, sector, type,
                previous, at, inspector, met, met_key, met_name, note, outcome, demand, referred_to,
                state, due, recorded_at)
              values (:id, :place, :obliged, :unit, :sector, :type, :previous, :at, :inspector, :met,
                :metKey, :metName, :note, :outcome, :demand, :referredTo, :state, :due, :now)
              returning number
              """)
          .params(values)
          .query((row, index) -> row.getLong(1))
          .single();
    } catch (DuplicateKeyException followed) {
      throw Refusal.conflict("places.refused.inspection-followed");
    }
  }

  void addFindings(long inspection, List<Finding> findings, Map<String, ChecklistItem> items) {
    for (Finding finding : findings) {
      jdbc.sql(
              """
              insert into places.inspection_finding (inspection, item, item_from, answer, note)
              values (:inspection, :item, :from, :answer, :note)
              """)
          .param("inspection", inspection)
          .param("item", finding.item())
          .param("from", Objects.requireNonNull(items.get(finding.item())).validFrom())
          .param("answer", finding.answer().key())
          .param("note", finding.note())
          .update();
    }
  }

  void step(
      long inspection,
      String what,
      Instant now,
      long by,
      @Nullable LocalDate due,
      @Nullable String reason) {
    jdbc.sql(
            """
            insert into places.inspection_step (inspection, what, at, by, due, reason)
            values (:inspection, :what, :now, :by, :due, :reason)
            """)
        .param("inspection", inspection)
        .param("what", what)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("due", due)
        .param("reason", reason)
        .update();
  }

  void setState(long inspection, InspectionState state, @Nullable LocalDate due) {
    jdbc.sql("update places.inspection set state = :state, due = :due where number = :number")
        .param("state", state.key())
        .param("due", due)
        .param("number", inspection)
        .update();
  }

  void setReferredTo(long inspection, String to) {
    jdbc.sql("update places.inspection set referred_to = :to where number = :number")
        .param("to", to)
        .param("number", inspection)
        .update();
  }

  /** Locks it until the end of the transaction; empty outside the scope. */
  Optional<Held> hold(UUID id, PlaceScope scope) {
    return jdbc.sql(
            """
            select i.number, i.public_id, i.state, i.due, i.inspector, i.previous, i.met_key,
              i.met_name
            from places.inspection i where i.public_id = :id and %s for update
            """
                .formatted(scope.sql()))
        .param("id", id)
        .params(scope.parameters())
        .query(InspectionTable::held)
        .optional();
  }

  Optional<Held> hold(long number) {
    return jdbc.sql(
            """
            select number, public_id, state, due, inspector, previous, met_key, met_name
            from places.inspection where number = :number for update
            """)
        .param("number", number)
        .query(InspectionTable::held)
        .optional();
  }

  private static Held held(ResultSet row, int index) throws SQLException {
    return new Held(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("public_id", UUID.class)),
        InspectionState.of(PlaceCardTable.text(row, "state")),
        row.getObject("due", LocalDate.class),
        row.getLong("inspector"),
        row.getObject("previous", Long.class),
        row.getBytes("met_key"),
        row.getBytes("met_name"));
  }

  /** Without findings and steps. */
  Optional<InspectionView> find(UUID id, PlaceScope scope) {
    return jdbc.sql(
            """
            select %s, i.met, i.met_key is not null as has_met, i.note, i.outcome, i.demand,
              i.referred_to,
              (select p.public_id from places.inspection p where p.number = i.previous) as before_id,
              (select n.public_id from places.inspection n
                where n.previous = i.number and n.state <> 'withdrawn') as after_id
            from places.inspection i where i.public_id = :id and %s
            """
                .formatted(InspectionListTable.COLUMNS, scope.sql()))
        .param("id", id)
        .params(scope.parameters())
        .query(InspectionTable::view)
        .optional();
  }

  record Answered(
      String item, LocalDate from, NewInspection.Answer answer, @Nullable String note) {}

  List<Answered> findings(long inspection) {
    return jdbc.sql(
            """
            select item, item_from, answer, note from places.inspection_finding
            where inspection = :inspection
            """)
        .param("inspection", inspection)
        .query(
            (row, index) ->
                new Answered(
                    PlaceCardTable.text(row, "item"),
                    Objects.requireNonNull(row.getObject("item_from", LocalDate.class)),
                    NewInspection.Answer.valueOf(
                        PlaceCardTable.text(row, "answer")
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_')),
                    row.getString("note")))
        .list();
  }

  List<InspectionView.Step> steps(long inspection) {
    return jdbc.sql(
            """
            select what, at, by, due, reason from places.inspection_step
            where inspection = :inspection order by number limit :rows
            """)
        .param("inspection", inspection)
        .param("rows", PlaceHistoryTable.ROWS_MOST)
        .query(
            (row, index) ->
                new InspectionView.Step(
                    PlaceCardTable.text(row, "what"),
                    Objects.requireNonNull(PlaceCardTable.instant(row, "at")),
                    row.getLong("by"),
                    row.getObject("due", LocalDate.class),
                    row.getString("reason")))
        .list();
  }

  private static InspectionView view(ResultSet row, int index) throws SQLException {
    return new InspectionView(
        InspectionListTable.row(row, index),
        NewInspection.Met.valueOf(PlaceCardTable.text(row, "met").toUpperCase(Locale.ROOT)),
        row.getBoolean("has_met"),
        row.getString("note"),
        NewInspection.Outcome.valueOf(PlaceCardTable.text(row, "outcome").toUpperCase(Locale.ROOT)),
        row.getString("demand"),
        row.getString("referred_to"),
        row.getObject("before_id", UUID.class),
        row.getObject("after_id", UUID.class),
        List.of(),
        List.of());
  }
}
