package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lachan.engine.form.Answer;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;
import vn.lachan.engine.form.Row;

/** Parts the answers that say who somebody is from the others. */
final class Hiding {
  private final DeclaredForm form;

  Hiding(DeclaredForm form) {
    this.form = form;
  }

  /** The answers without whom they are about. */
  Response without(Response response) {
    return response.withItems(kept(response.items()));
  }

  /** Puts the answers that say who somebody is among posted fields, over what was posted there. */
  void addIdentity(Response answers, Map<String, List<String>> fields) {
    for (Row row : Forms.walk(form.questionnaire(), answers)) {
      if (identifies(row.item().linkId())) {
        fields.put(row.key(), row.allShown());
      }
    }
  }

  private List<ResponseItem> kept(List<ResponseItem> items) {
    List<ResponseItem> kept = new ArrayList<>();
    for (ResponseItem item : items) {
      if (!identifies(item.linkId())) {
        List<Answer> answers =
            item.answers().stream()
                .map(answer -> new Answer(answer.value(), kept(answer.items())))
                .toList();
        kept.add(new ResponseItem(item.linkId(), item.text(), answers, kept(item.items())));
      }
    }
    return kept;
  }

  private boolean identifies(String linkId) {
    Meaning meaning = form.meanings().get(linkId);
    return meaning != null && (meaning.identifies() || meaning == Meaning.BEHALF);
  }
}
