package vn.lachan.app.paper;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.SheetDeclaring;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.Questionnaire;

/** The forms that fit on a sheet: a question that may be answered any number of times does not. */
@Component
@Inside("forms are public reference data")
public class PrintableForms {
  private final Declarations declarations;
  private final SheetDeclaring forms;

  PrintableForms(Declarations declarations, SheetDeclaring forms) {
    this.declarations = declarations;
    this.forms = forms;
  }

  /** Their codes, in the order in which they are offered. */
  public List<String> codes(LocalDate day) {
    return declarations.forms(day).stream().filter(code -> fits(code, day)).toList();
  }

  /**
   * The code, if it is one of them.
   *
   * @throws Refusal {@code paper.refused.form}
   */
  public String checked(String code, LocalDate day) {
    if (!codes(day).contains(code)) {
      throw Refusal.invalid("paper.refused.form");
    }
    return code;
  }

  /** What a question is called, by its linkId; the linkId itself where no form has it. */
  public String label(String linkId, LocalDate day, String language) {
    for (String code : declarations.forms(day)) {
      String text = questionnaire(code, day).text(linkId, language);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return linkId;
  }

  private boolean fits(String code, LocalDate day) {
    Questionnaire form = questionnaire(code, day);
    return form.linkIds().stream()
        .map(form::item)
        .noneMatch(item -> item != null && isRepeatedGroup(item));
  }

  private static boolean isRepeatedGroup(Item item) {
    return item.repeats() && !item.items().isEmpty();
  }

  private Questionnaire questionnaire(String code, LocalDate day) {
    FormView view = declarations.form(code, day);
    return forms.questionnaire(code, view.version());
  }
}
