package vn.lachan.app.places.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.NewObliged;
import vn.lachan.app.places.ObligedPlaces;
import vn.lachan.app.places.PlaceType;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.UnitLevel;
import vn.lachan.app.units.Units;

/**
 * Reads entries as they are typed or pasted from a spreadsheet: a line each, with name, address,
 * kind and commune between tabs or semicolons. A kind is named by its code or its name, a commune
 * by its code or by a name that fits just one.
 */
@Component
class ObligedLines {
  private static final int COLUMNS = 4;

  private final Places places;
  private final Units units;
  private final PlaceWords words;

  ObligedLines(Places places, Units units, PlaceWords words) {
    this.places = places;
    this.units = units;
    this.words = words;
  }

  /** What was read, or what could not be. */
  record Read(List<NewObliged> entries, List<ObligedPlaces.Wrong> wrong) {}

  Read read(String typed, String document) {
    List<NewObliged> entries = new ArrayList<>();
    List<ObligedPlaces.Wrong> wrong = new ArrayList<>();
    List<String> lines = typed.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      wrong.add(new ObligedPlaces.Wrong(1, Refusal.invalid("places.refused.obliged-none")));
    }
    if (lines.size() > ObligedPlaces.MOST_AT_ONCE) {
      throw Refusal.invalid("places.refused.obliged-many", ObligedPlaces.MOST_AT_ONCE);
    }
    for (int i = 0; i < lines.size(); i++) {
      try {
        entries.add(entry(lines.get(i), document));
      } catch (Refusal refusal) {
        wrong.add(new ObligedPlaces.Wrong(i + 1, refusal));
      }
    }
    return new Read(entries, wrong);
  }

  private NewObliged entry(String line, String document) {
    String[] cells = line.split(line.indexOf('\t') >= 0 ? "\t" : ";", -1);
    if (cells.length != COLUMNS) {
      throw Refusal.invalid("places.refused.obliged-columns", COLUMNS);
    }
    return new NewObliged(
        cells[0], cells[1], type(cells[2].strip()), unit(cells[3].strip()), document);
  }

  private String type(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return places.types(words.today()).stream()
        .filter(
            type ->
                type.code().equals(wanted)
                    || type.vietnamese().toLowerCase(Locale.ROOT).equals(wanted)
                    || type.english().toLowerCase(Locale.ROOT).equals(wanted))
        .map(PlaceType::code)
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.refused.type-unknown"));
  }

  private int unit(String typed) {
    Optional<Unit> byCode = units.byCode(typed, words.today());
    if (byCode.isPresent()) {
      return byCode.get().id();
    }
    List<Unit> found =
        units.search(typed, words.today(), null, Units.SEARCH_LIMIT).stream()
            .filter(unit -> unit.level() == UnitLevel.COMMUNE)
            .limit(2)
            .toList();
    if (found.size() != 1) {
      throw Refusal.invalid("places.refused.obliged-commune");
    }
    return found.getFirst().id();
  }
}
