package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.FaultCode;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;

/**
 * All that is wrong with answers. FHIR asks nothing of a group that is not there; a declaration
 * that leaves a whole group out has not answered what is required in it.
 */
final class Completeness {
  private static final String WHOLE = "QuestionnaireResponse";

  private Completeness() {}

  static List<Fault> faults(Questionnaire questionnaire, Response response) {
    List<Fault> faults = new ArrayList<>(Forms.check(questionnaire, response, true));
    Set<String> known = new HashSet<>();
    faults.forEach(fault -> known.add(fault.linkId()));
    Response whole = response.withItems(whole(questionnaire.items(), response.items()));
    for (Fault fault : Forms.check(questionnaire, whole, true)) {
      if (fault.code() == FaultCode.ANSWER_MISSING && known.add(fault.linkId())) {
        faults.add(new Fault(WHOLE, fault.linkId(), fault.code()));
      }
    }
    return faults;
  }

  /** The same with an empty group wherever one that does not repeat was left out. */
  private static List<ResponseItem> whole(List<Item> items, List<ResponseItem> given) {
    List<ResponseItem> whole = new ArrayList<>();
    for (Item item : items) {
      List<ResponseItem> own =
          given.stream().filter(one -> one.linkId().equals(item.linkId())).toList();
      boolean group = item.type() == ItemType.GROUP;
      if (own.isEmpty() && group && !item.repeats()) {
        whole.add(ResponseItem.group(item.linkId(), whole(item.items(), List.of())));
      }
      for (ResponseItem one : own) {
        whole.add(group ? ResponseItem.group(one.linkId(), whole(item.items(), one.items())) : one);
      }
    }
    return whole;
  }
}
