package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Breaks a response in one of many ways; the ways are what people and programs get wrong. */
final class Breakage {
  private static final int WAYS = 24;

  private final RandomGenerator random;
  private final List<List<Json>> levels = new ArrayList<>();
  private final List<Json.Members> items = new ArrayList<>();
  private final List<Json.Members> answers = new ArrayList<>();

  private Breakage(RandomGenerator random) {
    this.random = random;
  }

  /** The text broken, and how it was. */
  record Broken(String way, String json) {}

  static Broken of(String json, int seedOfWay, RandomGenerator random) {
    Json parsed = new JsonReader(json).read();
    if (!(parsed instanceof Json.Members root)) {
      throw new AssertionError(json);
    }
    Breakage breakage = new Breakage(random);
    breakage.collect(root);
    String way = breakage.breakOnce(root, Math.floorMod(seedOfWay, WAYS));
    return new Broken(way, JsonWriter.write(root));
  }

  private String breakOnce(Json.Members root, int way) {
    List<Json> level = levels.get(random.nextInt(levels.size()));
    Json.Members item = items.get(random.nextInt(items.size()));
    Json.Members answer = answers.get(random.nextInt(answers.size()));
    Json one = level.get(random.nextInt(level.size()));
    return switch (way) {
      case 0 -> way("an item left out", level.remove(one));
      case 1 -> way("an item twice", insertAfter(level, one));
      case 2 -> way("items out of order", rotate(level));
      case 3 -> way("an unknown linkId", put(item, "linkId", new Json.Text("nowhere")));
      case 4 -> way("another linkId", put(item, "linkId", linkId()));
      case 5 -> value(answer, "valueString", new Json.Text("red"));
      case 6 -> value(answer, "valueInteger", new Json.Numeral("7"));
      case 7 -> value(answer, "valueBoolean", new Json.Flag(random.nextBoolean()));
      case 8 -> value(answer, "valueCoding", coding("urn:test:scale", "worse"));
      case 9 -> value(answer, "valueCoding", coding(null, "good"));
      case 10 -> value(answer, "valueDate", new Json.Text("2021-02-30"));
      case 11 -> value(answer, "valueDate", new Json.Text("2019-05"));
      case 12 -> value(answer, "valueDecimal", new Json.Numeral("-100000.125"));
      case 13 -> value(answer, "valueString", new Json.Text("long ".repeat(60) + "x"));
      case 14 -> value(answer, "valueString", new Json.Text("two\nlines"));
      case 15 -> value(answer, "valueTime", new Json.Text("25:00:00"));
      case 16 -> way("an unknown element", put(item, "colour", new Json.Text("red")));
      case 17 -> way("another text", put(item, "text", new Json.Text("Something else")));
      case 18 -> way("a status of one's own", put(root, "status", new Json.Text("finished")));
      case 19 -> way("an answer twice", repeat(item));
      case 20 -> way("an item in another place", level.remove(one) && insert(one));
      case 21 -> way("an empty array", put(item, "item", new Json.Elements(new ArrayList<>())));
      case 22 -> way("in progress, an item left out", inProgress(root) && level.remove(one));
      default -> way("written too early", put(root, "authored", new Json.Text("2019-12-31")));
    };
  }

  private static String way(String name, Object unused) {
    return name;
  }

  private static boolean put(Json.Members members, String name, Json value) {
    members.members().put(name, value);
    return true;
  }

  private static String value(Json.Members answer, String name, Json value) {
    answer.members().keySet().removeIf(key -> key.startsWith("value"));
    put(answer, name, value);
    return name + " " + JsonWriter.write(value);
  }

  private static Json coding(@Nullable String system, String code) {
    Map<String, Json> coding = new LinkedHashMap<>();
    if (system != null) {
      coding.put("system", new Json.Text(system));
    }
    coding.put("code", new Json.Text(code));
    return new Json.Members(coding);
  }

  private Json linkId() {
    Json linkId = items.get(random.nextInt(items.size())).members().get("linkId");
    return linkId == null ? new Json.Null() : linkId;
  }

  private static boolean inProgress(Json.Members root) {
    return put(root, "status", new Json.Text("in-progress"));
  }

  private static boolean repeat(Json.Members item) {
    if (item.members().get("answer") instanceof Json.Elements(List<Json> given)) {
      given.add(given.get(0));
    }
    return true;
  }

  private static boolean insertAfter(List<Json> level, Json one) {
    level.add(level.indexOf(one) + 1, one);
    return true;
  }

  private static boolean rotate(List<Json> level) {
    level.addFirst(level.removeLast());
    return true;
  }

  private boolean insert(Json item) {
    List<Json> level = levels.get(random.nextInt(levels.size()));
    level.add(random.nextInt(level.size() + 1), item);
    return true;
  }

  private void collect(Json.Members holder) {
    for (Map.Entry<String, Json> member : holder.members().entrySet()) {
      if (member.getValue() instanceof Json.Elements(List<Json> elements)) {
        if (member.getKey().equals("item")) {
          levels.add(elements);
        }
        for (Json element : elements) {
          if (element instanceof Json.Members inner) {
            (member.getKey().equals("item") ? items : answers).add(inner);
            collect(inner);
          }
        }
      }
    }
  }
}
