package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which items a response enables (FHIR R4, 9.8, enableWhen). A condition means the answers nearest
 * to its item: those within the innermost group, in this occurrence, that holds both. An answer to
 * a question that is itself not enabled counts as none.
 */
final class Enablement {
  private final Questionnaire questionnaire;
  private final Place root = new Place(null, null, false);
  private final Map<String, List<Place>> byLinkId = new HashMap<>();

  Enablement(Questionnaire questionnaire, Response response) {
    this.questionnaire = questionnaire;
    add(root, questionnaire.items(), response.items());
  }

  Place root() {
    return root;
  }

  /** True where the item, were it answered at this place, would be enabled. */
  boolean isEnabled(Item item, Place around) {
    return isEnabled(around) && holds(item, around);
  }

  /** The answers that count to a question, wherever in the response they stand. */
  List<Value> answersTo(String linkId) {
    return answersTo(linkId, root);
  }

  boolean isEnabled(Place place) {
    Place around = place.around;
    Item item = place.item;
    if (around == null || item == null) {
      return true;
    }
    Boolean known = place.knownEnabled();
    if (known != null) {
      return known;
    }
    return place.remember(place.oneAnswer ? isEnabled(around) : isEnabled(item, around));
  }

  private boolean holds(Item item, Place around) {
    List<Condition> conditions = item.enabling().conditions();
    if (conditions.isEmpty()) {
      return true;
    }
    boolean any = false;
    boolean all = true;
    for (Condition condition : conditions) {
      Item question = questionnaire.item(condition.question());
      Place scope = question == null ? root : scope(question, around);
      boolean holds = condition.holds(answersTo(condition.question(), scope));
      any |= holds;
      all &= holds;
    }
    return item.enabling().anyIsEnough() ? any : all;
  }

  /** The innermost place around that holds, or is, the question. */
  private Place scope(Item question, Place around) {
    Place place = around;
    while (place.around != null
        && place.item != null
        && !questionnaire.isWithin(question, place.item)) {
      place = place.around;
    }
    return place;
  }

  private List<Value> answersTo(String linkId, Place scope) {
    List<Value> answers = new ArrayList<>();
    Item own = scope.item;
    if (own != null && own.linkId().equals(linkId)) {
      return isEnabled(scope) ? scope.answers : answers;
    }
    for (Place place : byLinkId.getOrDefault(linkId, List.of())) {
      if (place.isWithin(scope) && isEnabled(place)) {
        answers.addAll(place.answers);
      }
    }
    return answers;
  }

  private void add(Place around, List<Item> definitions, List<ResponseItem> items) {
    for (ResponseItem content : items) {
      int position = position(definitions, content.linkId());
      Item item = position < 0 ? null : definitions.get(position);
      Place place = item == null ? null : new Place(around, item, false);
      around.items.add(place);
      if (item != null && place != null) {
        byLinkId.computeIfAbsent(item.linkId(), unused -> new ArrayList<>()).add(place);
        add(place, item.items(), content.items());
        for (Answer answer : content.answers()) {
          place.answers.add(answer.value());
          addAnswer(place, item, answer);
        }
      }
    }
  }

  private void addAnswer(Place place, Item item, Answer answer) {
    Place inner = new Place(place, item, true);
    inner.answers.add(answer.value());
    place.ofAnswers.add(inner);
    add(inner, item.items(), answer.items());
  }

  /** Where among the items the linkId stands; -1 where it does not. */
  static int position(List<Item> items, String linkId) {
    for (int index = 0; index < items.size(); index++) {
      if (items.get(index).linkId().equals(linkId)) {
        return index;
      }
    }
    return -1;
  }
}
