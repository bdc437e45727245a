package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds a response: only what is enabled, in order, calculated answers computed. */
final class Settler {
  private final Questionnaire questionnaire;
  private final Response response;
  private final Enablement enablement;
  private final Scores scores;

  Settler(Questionnaire questionnaire, Response response) {
    this.questionnaire = questionnaire;
    this.response = response;
    this.enablement = new Enablement(questionnaire, response);
    this.scores = new Scores(questionnaire, enablement);
  }

  Response settle() {
    return response.withItems(settle(questionnaire.items(), response.items(), enablement.root()));
  }

  private List<ResponseItem> settle(List<Item> items, List<ResponseItem> given, Place around) {
    List<ResponseItem> settled = new ArrayList<>();
    for (Item item : items) {
      if (enablement.isEnabled(item, around)) {
        addEnabled(item, given, around, settled);
      }
    }
    return List.copyOf(settled);
  }

  private void addEnabled(
      Item item, List<ResponseItem> given, Place around, List<ResponseItem> settled) {
    Value score = scores.of(item);
    if (score != null) {
      settled.add(ResponseItem.answer(item.linkId(), score));
      return;
    }
    boolean found = false;
    for (int index = 0; index < given.size(); index++) {
      Place own = around.items.get(index);
      if (own != null && own.isOf(item)) {
        found = true;
        ResponseItem kept = settle(item, given.get(index), own);
        if (!kept.items().isEmpty() || !kept.answers().isEmpty()) {
          settled.add(kept);
        }
      }
    }
    if (!found && item.type() == ItemType.GROUP) {
      addScoresOf(item, around, settled);
    }
  }

  private ResponseItem settle(Item item, ResponseItem content, Place own) {
    List<Answer> answers = new ArrayList<>();
    for (int index = 0; index < content.answers().size(); index++) {
      Answer answer = content.answers().get(index);
      List<ResponseItem> inner = settle(item.items(), answer.items(), own.ofAnswers.get(index));
      answers.add(new Answer(answer.value(), inner));
    }
    List<ResponseItem> inner =
        item.type() == ItemType.GROUP ? settle(item.items(), content.items(), own) : List.of();
    return new ResponseItem(content.linkId(), content.text(), List.copyOf(answers), inner);
  }

  /** A group that nobody answered still shows the scores in it. */
  private void addScoresOf(Item group, @Nullable Place around, List<ResponseItem> settled) {
    List<ResponseItem> inner = settle(group.items(), List.of(), new Place(around, group, false));
    if (!inner.isEmpty()) {
      settled.add(ResponseItem.group(group.linkId(), inner));
    }
  }
}
