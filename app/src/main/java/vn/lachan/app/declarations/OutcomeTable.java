package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Columns;

/** What follows from stored declarations: warnings, stays, and what the figures have to add. */
@Component
class OutcomeTable {
  private final JdbcClient jdbc;

  OutcomeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A declaration with its number. */
  record Numbered(long number, CheckedDeclaration checked) {}

  void insertFired(List<Numbered> rows) {
    List<Long> numbers = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (Numbered row : rows) {
      for (String code : row.checked().fired()) {
        numbers.add(row.number());
        codes.add(code);
      }
    }
    if (codes.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into declarations.fired (code, declared_at, declaration)
            select n.code, d.declared_at, d.number
            from unnest(:codes::text[], :numbers::bigint[]) as n(code, number)
            join declarations.declaration d on d.number = n.number
            on conflict do nothing
            """)
        .param("codes", codes.toArray(String[]::new))
        .param("numbers", numbers.toArray(Long[]::new))
        .update();
  }

  void insertStays(List<Numbered> rows) {
    for (Numbered row : rows) {
      int line = 0;
      for (SaidStay stay : row.checked().stays()) {
        jdbc.sql(
                """
                insert into declarations.stay (declaration, line, person, place, unit_id, words,
                  whole, from_at, to_at)
                values (:declaration, :line, :person, :place, :unit, :words, :whole, :from, :to)
                """)
            .param("declaration", row.number())
            .param("line", line++)
            .param("person", row.checked().declaration().person())
            .param("place", stay.place())
            .param("unit", stay.unit())
            .param("whole", stay.whole())
            .param("words", stay.place() == null ? stay.words().toArray(Long[]::new) : null)
            .param("from", Columns.time(stay.from()))
            .param("to", Columns.time(stay.to()))
            .update();
      }
    }
  }

  void insertJourneys(List<Numbered> rows) {
    for (Numbered row : rows) {
      SaidJourney journey = row.checked().journey();
      if (journey != null) {
        jdbc.sql(
                """
                insert into declarations.journey (declaration, person, kind, vehicle, seat,
                  seat_row, day, from_unit, to_unit)
                values (:declaration, :person, :kind, :vehicle, :seat, :row, :day, :from, :to)
                """)
            .param("declaration", row.number())
            .param("person", row.checked().declaration().person())
            .param("kind", journey.kind())
            .param("vehicle", journey.vehicle())
            .param("seat", journey.seat())
            .param("row", journey.seatRow())
            .param("day", journey.day())
            .param("from", journey.from())
            .param("to", journey.to())
            .update();
      }
    }
  }

  /** What a declaration is counted under. */
  record Cell(LocalDate day, int unit, long place, String form, Level level) {}

  void insertCounts(List<Cell> cells) {
    Map<Cell, Integer> changes = new LinkedHashMap<>();
    cells.forEach(cell -> changes.merge(cell, 1, Integer::sum));
    jdbc.sql(
            """
            insert into declarations.count_change (day, unit_id, place, form, level, change)
            select * from unnest(:days::date[], :units::int[], :places::bigint[], :forms::text[],
              :levels::text[], :changes::int[])
            """)
        .param(
            "days",
            changes.keySet().stream().map(cell -> cell.day().toString()).toArray(String[]::new))
        .param("units", changes.keySet().stream().map(Cell::unit).toArray(Integer[]::new))
        .param("places", changes.keySet().stream().map(Cell::place).toArray(Long[]::new))
        .param("forms", changes.keySet().stream().map(Cell::form).toArray(String[]::new))
        .param(
            "levels",
            changes.keySet().stream().map(cell -> cell.level().name()).toArray(String[]::new))
        .param("changes", changes.values().toArray(Integer[]::new))
        .update();
  }
}
