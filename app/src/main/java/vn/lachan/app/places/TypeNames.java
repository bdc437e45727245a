package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.units.Sector;
import vn.lachan.app.units.Units;

/** Kinds of places and sectors as tables name them: by code, by name, or by one name of several. */
@Component
class TypeNames {
  private final PlaceTypes types;
  private final Units units;

  TypeNames(PlaceTypes types, Units units) {
    this.types = types;
    this.units = units;
  }

  /** Folded words and the code of the kind that each means; words of the account come last. */
  Map<String, String> words(LocalDate on, Map<String, String> own) {
    Map<String, String> words = new HashMap<>();
    for (PlaceType type : types.on(on)) {
      words.put(PlaceText.fold(type.code()), type.code());
      addName(type.vietnamese(), type.code(), words);
      addName(type.english(), type.code(), words);
    }
    own.forEach(words::put);
    return words;
  }

  Optional<PlaceType> type(@Nullable String code, LocalDate on) {
    return code == null ? Optional.empty() : types.on(code, on);
  }

  Optional<Sector> sector(String text, LocalDate on) {
    String folded = PlaceText.fold(text);
    return units.sectors(on).stream()
        .filter(
            sector ->
                List.of(sector.code(), sector.nameVietnamese(), sector.nameEnglish()).stream()
                    .anyMatch(name -> PlaceText.fold(name).equals(folded)))
        .findFirst();
  }

  /** "Massage, làm đẹp" is found by each of its parts, unless another kind has the same. */
  private static void addName(String name, String code, Map<String, String> words) {
    words.put(PlaceText.fold(name), code);
    for (String part : name.split(",", -1)) {
      words.putIfAbsent(PlaceText.fold(part), code);
    }
  }
}
