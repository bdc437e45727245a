package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a response against its questionnaire (FHIR R4, 9.9, and the notes of 9.8). */
final class Checker {
  private static final Set<String> STATUSES =
      Set.of("in-progress", "completed", "amended", "entered-in-error", "stopped");
  private static final String ROOT = "QuestionnaireResponse";

  private final Questionnaire questionnaire;
  private final Response response;
  private final boolean complete;
  private final Enablement enablement;
  private final List<Fault> faults = new ArrayList<>();
  private final AnswerChecker answers = new AnswerChecker(this);

  Checker(Questionnaire questionnaire, Response response, boolean complete) {
    this.questionnaire = questionnaire;
    this.response = response;
    this.complete = complete;
    this.enablement = new Enablement(questionnaire, response);
  }

  List<Fault> check() {
    checkHead();
    checkLevel(ROOT, enablement.root(), questionnaire.items(), response.items());
    Scores scores = new Scores(questionnaire, enablement);
    checkScores(scores, response.items(), ROOT);
    return List.copyOf(faults);
  }

  void add(String path, String linkId, FaultCode code) {
    if (faults.size() < FormLimits.FAULTS) {
      faults.add(new Fault(path, linkId, code));
    }
  }

  private void checkHead() {
    if (!STATUSES.contains(response.status())) {
      add(ROOT + ".status", "", FaultCode.STATUS_UNKNOWN);
    }
    if (!isMeant(response.questionnaire())) {
      add(ROOT + ".questionnaire", "", FaultCode.QUESTIONNAIRE_WRONG);
    }
    String authored = response.authored();
    if (authored != null && !questionnaire.isEffectiveOn(authored)) {
      add(ROOT + ".authored", "", FaultCode.AUTHORED_OUTSIDE_PERIOD);
    }
  }

  /** A response may leave out the version, or the address, but not name another. */
  private boolean isMeant(String canonical) {
    return canonical.isEmpty()
        || questionnaire.url().isEmpty()
        || canonical.equals(questionnaire.url())
        || canonical.equals(questionnaire.canonical());
  }

  private void checkLevel(String path, Place around, List<Item> items, List<ResponseItem> given) {
    int last = 0;
    for (int index = 0; index < given.size(); index++) {
      ResponseItem content = given.get(index);
      String place = path + ".item[" + index + "]";
      int order = Enablement.position(items, content.linkId());
      Place own = around.items.get(index);
      if (order < 0 || own == null) {
        boolean elsewhere = questionnaire.item(content.linkId()) != null;
        FaultCode code = elsewhere ? FaultCode.ITEM_MISPLACED : FaultCode.LINK_ID_UNKNOWN;
        add(place, content.linkId(), code);
        continue;
      }
      if (order < last) {
        add(place, content.linkId(), FaultCode.ITEM_ORDER_WRONG);
      }
      last = Math.max(last, order);
      checkItem(place, own, items.get(order), content);
    }
    for (Item item : items) {
      checkPresence(path, around, item, given);
    }
  }

  private void checkItem(String path, Place own, Item item, ResponseItem content) {
    String linkId = item.linkId();
    if (!enablement.isEnabled(own)) {
      add(path, linkId, FaultCode.ITEM_NOT_ENABLED);
      return;
    }
    String text = content.text();
    if (text != null && !item.text().isAnyLanguages(text)) {
      add(path + ".text", linkId, FaultCode.TEXT_DIFFERS);
    }
    if (!item.type().isQuestion() && !content.answers().isEmpty()) {
      add(path, linkId, FaultCode.ANSWER_NOT_EXPECTED);
    }
    if (item.type() != ItemType.GROUP && !content.items().isEmpty()) {
      add(path, linkId, FaultCode.ITEMS_NOT_EXPECTED);
    }
    if (item.type() == ItemType.GROUP) {
      checkLevel(path, own, item.items(), content.items());
    } else if (item.type().isQuestion()) {
      answers.check(path, item, content);
      for (int index = 0; index < content.answers().size(); index++) {
        Answer answer = content.answers().get(index);
        String place = path + ".answer[" + index + "]";
        checkLevel(place, own.ofAnswers.get(index), item.items(), answer.items());
      }
    }
  }

  private void checkPresence(String path, Place around, Item item, List<ResponseItem> given) {
    int times = 0;
    int count = 0;
    boolean filled = false;
    for (ResponseItem content : given) {
      if (content.linkId().equals(item.linkId())) {
        times++;
        count += item.type() == ItemType.GROUP ? 1 : content.answers().size();
        filled |= !content.items().isEmpty() || !content.answers().isEmpty();
      }
    }
    boolean mayRepeat = item.type() == ItemType.GROUP && item.repeats();
    if (times > 1 && !mayRepeat) {
      add(path, item.linkId(), FaultCode.ITEM_REPEATED);
    }
    Integer most = item.bounds().maxOccurs();
    if (most != null && count > most) {
      add(path, item.linkId(), FaultCode.ANSWERS_TOO_MANY);
    }
    if (complete && enablement.isEnabled(item, around)) {
      checkRequired(path, around, item, filled, count);
    }
  }

  private void checkRequired(String path, Place around, Item item, boolean filled, int count) {
    Integer least = item.bounds().minOccurs();
    if (item.required() && !filled && item.type() != ItemType.DISPLAY) {
      addMissing(path, around, item, count == 0);
    } else if (least != null && count < least && (count > 0 || item.required())) {
      add(path, item.linkId(), FaultCode.ANSWERS_TOO_FEW);
    }
  }

  /** Of a required group that is not there, each question in it that had to be answered. */
  private void addMissing(String path, Place around, Item item, boolean absent) {
    int before = faults.size();
    if (absent && item.type() == ItemType.GROUP) {
      Place imagined = new Place(around, item, false);
      for (Item inner : item.items()) {
        if (inner.required()
            && inner.type() != ItemType.DISPLAY
            && enablement.isEnabled(inner, imagined)) {
          addMissing(path, imagined, inner, true);
        }
      }
    }
    if (faults.size() == before) {
      add(path, item.linkId(), FaultCode.ANSWER_MISSING);
    }
  }

  private void checkScores(Scores scores, List<ResponseItem> given, String path) {
    for (int index = 0; index < given.size(); index++) {
      ResponseItem content = given.get(index);
      String place = path + ".item[" + index + "]";
      Item item = questionnaire.item(content.linkId());
      if (item != null && item.sum() != null) {
        checkScore(item, scores.of(item), content, place);
      }
      checkScores(scores, content.items(), place);
    }
  }

  private void checkScore(Item item, @Nullable Value score, ResponseItem content, String path) {
    for (Answer answer : content.answers()) {
      Integer order = score == null ? null : Comparison.order(answer.value(), score);
      if (order == null || order != 0) {
        add(path + ".answer[0]", item.linkId(), FaultCode.SCORE_WRONG);
      }
    }
  }
}
