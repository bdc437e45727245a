package vn.lachan.app.units;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles {@code units/units.tsv} and {@code units/lineage.tsv} from the published lists. Run by
 * hand when a list changes: arguments are the folder holding {@code units/} and {@code boundaries/}
 * of the sources, and the folder to write to. Prints what could not be matched.
 */
final class CompileReferenceTable {
  private static final JsonMapper JSON = new JsonMapper();

  private record Row(
      int era, String code, UnitKind kind, String name, String parent, @Nullable String location) {
    String fullName() {
      return kind.word() + " " + name;
    }
  }

  private record Step(String oldCode, String newCode, String extent) {}

  private final Path data;
  private final PrintStream report;
  private final Map<String, Row> older = new LinkedHashMap<>();
  private final Map<String, Row> today = new LinkedHashMap<>();
  private final Map<String, String> olderPlaces = new HashMap<>();
  private final Map<String, String> todayPlaces = new HashMap<>();
  private final List<String> lineage = new ArrayList<>();

  private CompileReferenceTable(Path data, PrintStream report) {
    this.data = data;
    this.report = report;
  }

  public static void main(String[] arguments) throws IOException {
    var compiler =
        new CompileReferenceTable(
            Path.of(arguments[0]), new PrintStream(System.out, true, StandardCharsets.UTF_8));
    compiler.placeOlder();
    compiler.placeToday();
    compiler.readOlder();
    compiler.readToday();
    compiler.readLineage();
    compiler.write(Path.of(arguments[1]));
  }

  private void placeOlder() throws IOException {
    for (JsonNode feature : features("boundaries/old63_provinces_63_vietnam63.geojson")) {
      String name = SearchText.plain(feature.at("/properties/name").asString());
      olderPlaces.put(name, centroid(feature, Centroids.Point::onMainland));
      switch (name) {
        case "da nang" -> olderPlaces.put("498", archipelago(feature));
        case "khanh hoa" -> olderPlaces.put("576", archipelago(feature));
        default -> {}
      }
    }
    for (String pattern : List.of("y2021_communes_*", "y2021_districts_*")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(data.resolve("boundaries"), pattern)) {
        for (Path file : files) {
          placeByCode(data.relativize(file).toString(), olderPlaces);
        }
      }
    }
  }

  private void placeToday() throws IOException {
    placeByCode("boundaries/new34_provinces_simplified.geojson", todayPlaces);
    todayPlaces.put("20333", required(olderPlaces, "498"));
    todayPlaces.put("22736", required(olderPlaces, "576"));
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(data.resolve("boundaries/new34_communes"))) {
      for (Path file : files) {
        placeByCode(data.relativize(file).toString(), todayPlaces);
      }
    }
  }

  private void placeByCode(String file, Map<String, String> places) throws IOException {
    for (JsonNode feature : features(file)) {
      JsonNode code = feature.at("/properties/code");
      places.put(code.asString(), centroid(feature, Centroids.Point::onMainland));
    }
  }

  private List<JsonNode> features(String file) throws IOException {
    return read(file).get("features").valueStream().toList();
  }

  private static String archipelago(JsonNode feature) {
    return centroid(feature, point -> !point.onMainland());
  }

  private static String centroid(JsonNode feature, Predicate<Centroids.Point> wanted) {
    Centroids.Point point = Centroids.of(feature.get("geometry"), wanted);
    return String.format(Locale.ROOT, "%.5f\t%.5f", point.latitude(), point.longitude());
  }

  private void readOlder() throws IOException {
    for (JsonNode province : read("units/codes_2021-07-01.json")) {
      String provinceCode = text(province, "level1_id");
      Row row = row(1, provinceCode, text(province, "name"), "", kindsOf(UnitLevel.PROVINCE));
      String place = olderPlaces.get(SearchText.plain(row.name()));
      add(older, row, place);
      for (JsonNode district : province.get("level2s")) {
        String districtCode = text(district, "level2_id");
        add(older, olderRow(districtCode, district, provinceCode, UnitLevel.DISTRICT), null);
        for (JsonNode commune : district.get("level3s")) {
          String code = text(commune, "level3_id");
          add(older, olderRow(code, commune, districtCode, UnitLevel.COMMUNE), null);
        }
      }
    }
    reportPlaces(older, olderPlaces, "of 1 July 2021");
  }

  private Row olderRow(String code, JsonNode node, String parent, UnitLevel level) {
    return row(1, code, text(node, "name"), parent, kindsOf(level));
  }

  private void readToday() throws IOException {
    for (JsonNode province : read("units/new34_simplified_2026-07-25.json")) {
      String provinceCode = text(province, "Code");
      var provinces = kindsOf(UnitLevel.PROVINCE);
      add(today, row(2, provinceCode, text(province, "FullName"), "", provinces), null);
      for (JsonNode commune : province.get("Wards")) {
        String fullName = text(commune, "FullName");
        var communes = kindsOf(UnitLevel.COMMUNE);
        add(today, row(2, text(commune, "Code"), fullName, provinceCode, communes), null);
      }
    }
    reportPlaces(today, todayPlaces, "since 1 July 2025");
  }

  private void add(Map<String, Row> rows, Row row, @Nullable String place) {
    Map<String, String> places = row.era() == 1 ? olderPlaces : todayPlaces;
    String found = place == null ? places.get(row.code()) : place;
    var located = new Row(row.era(), row.code(), row.kind(), row.name(), row.parent(), found);
    if (rows.put(row.code(), located) != null) {
      throw new IllegalStateException("code " + row.code() + " stands twice");
    }
  }

  private static List<UnitKind> kindsOf(UnitLevel level) {
    return List.of(UnitKind.values()).stream().filter(kind -> kind.level() == level).toList();
  }

  /** Splits "Thị trấn Tây Sơn" into kind and name; lists differ in case and spacing. */
  private static Row row(int era, String code, String raw, String parent, List<UnitKind> kinds) {
    String fullName = raw.strip().replaceAll("\\s+", " ");
    for (UnitKind kind : kinds) {
      String word = kind.word() + " ";
      if (fullName.regionMatches(true, 0, word, 0, word.length())) {
        return new Row(era, code, kind, fullName.substring(word.length()), parent, null);
      }
    }
    throw new IllegalStateException("no kind in the name of " + code + " " + fullName);
  }

  private void readLineage() throws IOException {
    Map<String, List<Step>> steps = steps();
    int unknownBefore = 0;
    for (JsonNode province : read("units/splits.json").get("data")) {
      String provinceCode = text(province, "level1_id");
      for (JsonNode split : province.get("splits")) {
        addLineage(provinceCode, text(split, "new_id"), "full", null);
      }
      for (JsonNode commune : province.get("level3s")) {
        unknownBefore += addCommune(commune, steps);
      }
    }
    steps.values().stream()
        .flatMap(List::stream)
        .filter(step -> step.oldCode().length() == 3)
        .forEach(step -> addLineage(step.oldCode(), step.newCode(), step.extent(), null));
    report.println(unknownBefore + " communes of March 2025 have a code that July 2021 lacked");
    var without = new TreeSet<>(older.keySet());
    without.removeIf(code -> code.length() != 5);
    lineage.forEach(line -> without.remove(line.substring(0, line.indexOf('\t'))));
    report.println(without.size() + " communes of July 2021 have no recorded successor");
  }

  /** By old code, from the list that looks from new to old and alone tells full from partial. */
  private Map<String, List<Step>> steps() throws IOException {
    var steps = new LinkedHashMap<String, List<Step>>();
    for (JsonNode province : read("units/merges.json").get("data")) {
      for (JsonNode unit : province.get("level2s")) {
        String newCode = todaysCode(unit, text(province, "level1_id"));
        for (JsonNode merge : unit.get("merges")) {
          var step = new Step(text(merge, "old_id"), newCode, text(merge, "type"));
          steps.computeIfAbsent(step.oldCode(), code -> new ArrayList<>()).add(step);
        }
      }
    }
    return steps;
  }

  /** Two codes of the lineage differ from the list in force; province and name settle them. */
  private String todaysCode(JsonNode unit, String provinceCode) {
    String code = text(unit, "level2_id");
    if (today.containsKey(code)) {
      return code;
    }
    String name = SearchText.plain(text(unit, "name"));
    List<String> found =
        today.values().stream()
            .filter(row -> row.parent().equals(provinceCode))
            .filter(row -> SearchText.plain(row.fullName()).equals(name))
            .map(Row::code)
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException("no unit of today is " + code + " " + name);
    }
    report.println("lineage's code " + code + " is " + found.getFirst() + " in the list");
    return found.getFirst();
  }

  /** Returns 1 when the old code is not in the list of July 2021 and so nothing can be said. */
  private int addCommune(JsonNode commune, Map<String, List<Step>> steps) {
    String oldCode = text(commune, "level3_id");
    Row then = older.get(oldCode);
    if (then == null) {
      return 1;
    }
    String name = text(commune, "name").strip().replaceAll("\\s+", " ");
    boolean renamed = !SearchText.words(name).equals(SearchText.words(then.fullName()));
    for (Step step : steps.getOrDefault(oldCode, List.of())) {
      addLineage(oldCode, step.newCode(), step.extent(), renamed ? name : null);
    }
    return 0;
  }

  private void addLineage(String old, String successor, String extent, @Nullable String name) {
    if (!older.containsKey(old) || !today.containsKey(successor)) {
      throw new IllegalStateException("lineage names an unknown code: " + old + " " + successor);
    }
    lineage.add(String.join("\t", old, successor, extent, name == null ? "" : name));
  }

  private void reportPlaces(Map<String, Row> rows, Map<String, String> places, String era) {
    long own = rows.values().stream().filter(row -> row.location() != null).count();
    report.println(own + " of " + rows.size() + " units " + era + " have a polygon");
    places.keySet().stream()
        .filter(key -> Character.isDigit(key.charAt(0)) && !rows.containsKey(key))
        .forEach(key -> report.println("polygon without a unit " + era + ": " + key));
    rows.values().stream()
        .filter(row -> row.location() == null && row.code().length() == 2)
        .forEach(row -> report.println("province without a polygon " + era + ": " + row.name()));
  }

  private void write(Path folder) throws IOException {
    var lines = new ArrayList<>(ReferenceHeads.UNITS);
    older.values().forEach(row -> lines.add(line(row)));
    today.values().forEach(row -> lines.add(line(row)));
    Files.write(folder.resolve("units.tsv"), lines);
    var steps = new ArrayList<>(ReferenceHeads.LINEAGE);
    lineage.stream().sorted().forEach(steps::add);
    Files.write(folder.resolve("lineage.tsv"), steps);
  }

  private static String line(Row row) {
    return String.join(
        "\t",
        String.valueOf(row.era()),
        row.code(),
        row.kind().key(),
        row.name(),
        row.parent(),
        row.era() == 1 ? "" : "2025-07-01",
        row.era() == 1 ? "2025-06-30" : "",
        row.location() == null ? "\t" : row.location());
  }

  private JsonNode read(String file) throws IOException {
    return JSON.readTree(Files.readString(data.resolve(file)));
  }

  private static String required(Map<String, String> places, String key) {
    String place = places.get(key);
    if (place == null) {
      throw new IllegalStateException("no polygon for " + key);
    }
    return place;
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }
}
