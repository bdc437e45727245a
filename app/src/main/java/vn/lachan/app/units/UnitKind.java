package vn.lachan.app.units;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a unit is called before its name. {@code word} is the Vietnamese word as official lists
 * print it, which is part of the unit's name and therefore not a translated text; {@code initials}
 * are what people type instead of it.
 */
public enum UnitKind {
  PROVINCE(UnitLevel.PROVINCE, "Tỉnh", "t"),
  MUNICIPALITY(UnitLevel.PROVINCE, "Thành phố", "tp"),
  RURAL_DISTRICT(UnitLevel.DISTRICT, "Huyện", "h"),
  URBAN_DISTRICT(UnitLevel.DISTRICT, "Quận", "q"),
  DISTRICT_TOWN(UnitLevel.DISTRICT, "Thị xã", "tx"),
  PROVINCIAL_CITY(UnitLevel.DISTRICT, "Thành phố", "tp"),
  RURAL_COMMUNE(UnitLevel.COMMUNE, "Xã", "x"),
  WARD(UnitLevel.COMMUNE, "Phường", "p"),
  TOWNSHIP(UnitLevel.COMMUNE, "Thị trấn", "tt"),
  SPECIAL_ZONE(UnitLevel.COMMUNE, "Đặc khu", "dk");

  private static final Map<String, UnitKind> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(UnitKind::key, kind -> kind));

  private final UnitLevel level;
  private final String word;
  private final String initials;

  UnitKind(UnitLevel level, String word, String initials) {
    this.level = level;
    this.word = word;
    this.initials = initials;
  }

  public UnitLevel level() {
    return level;
  }

  public String word() {
    return word;
  }

  /** How the word is spelled in a search, in words without accents. */
  List<String> spellings() {
    return List.of(SearchText.plain(word), initials);
  }

  /** The kind as files, the database and the API spell it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static UnitKind ofKey(String key) {
    UnitKind kind = BY_KEY.get(key);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of unit is called " + key);
    }
    return kind;
  }
}
