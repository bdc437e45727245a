package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Goes through a questionnaire beside a response and makes the rows of a page. */
final class Walk {
  private final Questionnaire questionnaire;
  private final Response response;
  private final Enablement enablement;
  private final List<Row> rows = new ArrayList<>();

  Walk(Questionnaire questionnaire, Response response) {
    this.questionnaire = questionnaire;
    this.response = response;
    this.enablement = new Enablement(questionnaire, response);
  }

  List<Row> rows() {
    Level root = new Level(enablement.root(), response.items(), "QuestionnaireResponse", "", 0);
    walk(root, questionnaire.items());
    return List.copyOf(rows);
  }

  private void walk(Level level, List<Item> items) {
    for (Item item : items) {
      int occurrence = 0;
      for (int index = 0; index < level.given.size(); index++) {
        Place own = level.around.items.get(index);
        if (own != null && own.isOf(item)) {
          String path = level.path + ".item[" + index + "]";
          addPresent(level, own, level.given.get(index), path, occurrence++);
        }
      }
      if (occurrence == 0) {
        addAbsent(level, item);
      }
    }
  }

  private void addPresent(
      Level level, Place own, ResponseItem content, String path, int occurrence) {
    Item item = Objects.requireNonNull(own.item);
    boolean enabled = enablement.isEnabled(own);
    boolean group = item.type() == ItemType.GROUP;
    String suffix = group ? level.suffix(item, occurrence) : level.suffix;
    rows.add(new Row(item, item.linkId() + suffix, path, level.depth, enabled, content.answers()));
    if (group) {
      walk(new Level(own, content.items(), path, suffix, level.depth + 1), item.items());
      return;
    }
    for (int index = 0; index < content.answers().size() && !item.items().isEmpty(); index++) {
      Answer answer = content.answers().get(index);
      String place = path + ".answer[" + index + "]";
      Level inner =
          new Level(
              own.ofAnswers.get(index),
              answer.items(),
              place,
              level.suffix(item, index),
              level.depth + 1);
      walk(inner, item.items());
    }
    if (content.answers().isEmpty()) {
      walkAbsent(level, item, path);
    }
  }

  private void addAbsent(Level level, Item item) {
    boolean enabled = enablement.isEnabled(item, level.around);
    boolean group = item.type() == ItemType.GROUP;
    String suffix = group ? level.suffix(item, 0) : level.suffix;
    rows.add(new Row(item, item.linkId() + suffix, level.path, level.depth, enabled, List.of()));
    walkAbsent(level, item, level.path);
  }

  /** What stands in an item that is not there yet: an imagined occurrence around it. */
  private void walkAbsent(Level level, Item item, String path) {
    if (!item.items().isEmpty()) {
      Place imagined = new Place(level.around, item, false);
      Level inner = new Level(imagined, List.of(), path, level.suffix(item, 0), level.depth + 1);
      walk(inner, item.items());
    }
  }

  private record Level(
      Place around, List<ResponseItem> given, String path, String suffix, int depth) {
    String suffix(Item item, int occurrence) {
      return item.repeats() ? suffix + "#" + occurrence : suffix;
    }
  }
}
