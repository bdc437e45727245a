package vn.lachan.app.places.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.PlaceType;
import vn.lachan.app.places.Places;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Sector;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** Names of kinds, sectors and communes in the reader's language, for the templates. */
@Component("placeWords")
public class PlaceWords {
  private final Places places;
  private final Units units;
  private final Clock clock;
  private final ProgramSettings program;

  PlaceWords(Places places, Units units, Clock clock, ProgramSettings program) {
    this.places = places;
    this.units = units;
    this.clock = clock;
    this.program = program;
  }

  public String type(String code) {
    return places.type(code, today()).map(type -> type.name(language())).orElse(code);
  }

  public String sector(String code) {
    return units
        .sector(code)
        .map(sector -> isEnglish() ? sector.nameEnglish() : sector.nameVietnamese())
        .orElse(code);
  }

  public String unit(int number) {
    return units.find(number).map(Unit::fullName).orElse("");
  }

  public String path(int number) {
    return units.path(number);
  }

  /** The kinds of today, by group. */
  public Map<String, List<PlaceType>> types() {
    return places.types(today()).stream()
        .collect(
            Collectors.groupingBy(
                type -> type.group().key(), LinkedHashMap::new, Collectors.toList()));
  }

  public String name(PlaceType type) {
    return type.name(language());
  }

  public List<Sector> sectors() {
    return units.sectors(today());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), program.zone());
  }

  private static boolean isEnglish() {
    return language().getLanguage().equals("en");
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }
}
