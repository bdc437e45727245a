package vn.lachan.app.places.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.ChecklistItem;
import vn.lachan.app.places.OpeningHours;
import vn.lachan.app.places.PlaceType;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Status;
import vn.lachan.app.program.MapSettings;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Sector;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PhoneNumber;

/** Names of kinds, sectors and communes in the reader's language, for the templates. */
@Component("placeWords")
public class PlaceWords {
  private static final String WHOLE_WEEK = "1-7";

  private final Places places;
  private final Units units;
  private final Clock clock;
  private final ProgramSettings program;
  private final MapSettings map;
  private final MessageSource messages;

  PlaceWords(
      Places places,
      Units units,
      Clock clock,
      ProgramSettings program,
      MapSettings map,
      MessageSource messages) {
    this.places = places;
    this.units = units;
    this.clock = clock;
    this.program = program;
    this.map = map;
    this.messages = messages;
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

  String status(Status status) {
    return word("places.status." + status.key());
  }

  public String unit(int number) {
    return units.find(number).map(Unit::fullName).orElse("");
  }

  public String path(int number) {
    return units.path(number);
  }

  /** The middle of a unit as its option in a list carries it; null where nobody chose one. */
  public @Nullable String at(@Nullable Integer number) {
    return number == null
        ? null
        : units
            .find(number)
            .map(unit -> unit.location().latitude() + "," + unit.location().longitude())
            .orElse(null);
  }

  /** As it is dialled in the country. */
  public String phone(String digits) {
    return new PhoneNumber(digits).national();
  }

  public MapSettings map() {
    return map;
  }

  /** The kinds of today, by group. */
  public Map<String, List<PlaceType>> types() {
    return places.types(today()).stream()
        .collect(
            Collectors.groupingBy(
                type -> type.group().key(), LinkedHashMap::new, Collectors.toList()));
  }

  public String name(ChecklistItem item) {
    return item.name(language());
  }

  String say(String key) {
    return word(key);
  }

  public String name(PlaceType type) {
    return type.name(language());
  }

  /** Opening hours as one reads them: "thứ Hai đến thứ Sáu 07:00-11:30 13:30-17:00". */
  public String hours(OpeningHours hours) {
    return Arrays.stream(hours.text().split("; ", -1))
        .map(part -> part.split(" ", 2))
        .map(part -> part.length < 2 ? part[0] : days(part[0]) + " " + part[1])
        .collect(Collectors.joining("; "));
  }

  private String days(String written) {
    String[] ends = written.split("-", -1);
    if (ends.length == 1) {
      return word("places.day." + ends[0]);
    }
    return written.equals(WHOLE_WEEK)
        ? word("places.day.daily")
        : word("places.day.range", word("places.day." + ends[0]), word("places.day." + ends[1]));
  }

  private String word(String key, Object... values) {
    return messages.getMessage(key, values, language());
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
