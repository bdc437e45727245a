package vn.lachan.app.declarations.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.declarations.AnswerFault;
import vn.lachan.app.declarations.Declarations;
import vn.lachan.app.declarations.SelfDeclaring;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.form.Bounds;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Option;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseItem;
import vn.lachan.engine.form.Row;
import vn.lachan.engine.form.Value;

/**
 * Makes the lines of a form's page from its questionnaire and what is answered so far. Other
 * modules that show a form use the same fragment with the lines made here.
 */
@Component
@Inside("a form is public reference data; answers are those of the caller")
public class FormPage {
  /** From so many options on a list is shorter than buttons. */
  private static final int RADIOS_MOST = 6;

  private final SelfDeclaring declaring;
  private final Declarations declarations;
  private final ProgramSettings program;
  private final MessageSource messages;

  FormPage(
      SelfDeclaring declaring,
      Declarations declarations,
      ProgramSettings program,
      MessageSource messages) {
    this.declaring = declaring;
    this.declarations = declarations;
    this.program = program;
    this.messages = messages;
  }

  /**
   * What is to be shown.
   *
   * @param typed fields as they were posted, which win over what was understood of them
   * @param more the group of which another occurrence is wanted
   * @param withIdentity whether the questions are asked that say who somebody is
   */
  public record Asked(
      String form,
      Response response,
      Map<String, List<String>> typed,
      List<AnswerFault> faults,
      @Nullable String more,
      boolean withIdentity) {
    @Override
    public String toString() {
      return "Asked[" + form + "]";
    }
  }

  public String title(String form, Locale language, Instant now) {
    return declaring.questionnaire(form, now).title(language.getLanguage());
  }

  public List<FormLine> lines(Asked asked, Locale language, Instant now) {
    Questionnaire questionnaire = declaring.questionnaire(asked.form(), now);
    Map<String, String> conditions =
        EnableWhen.of(
            declarations
                .form(asked.form(), now.atZone(program.zone()).toLocalDate())
                .questionnaireJson());
    Response response = withAnother(questionnaire, asked);
    List<FormLine> lines = new ArrayList<>();
    Deque<Row> around = new ArrayDeque<>();
    List<Row> rows = Forms.walk(questionnaire, response);
    for (int index = 0; index < rows.size(); index++) {
      Row row = rows.get(index);
      while (!around.isEmpty() && around.peek().depth() >= row.depth()) {
        around.pop();
      }
      String parent = around.isEmpty() ? "" : FormFields.PREFIX + around.peek().key();
      around.push(row);
      if (isShown(asked, row, rows, index, now)) {
        lines.add(line(asked, row, parent, conditions, lastOf(rows, index), language, now));
      }
    }
    return lines;
  }

  private boolean isShown(Asked asked, Row row, List<Row> rows, int index, Instant now) {
    Item item = row.item();
    if (item.hidden() || (item.isCalculated() && item.readOnly())) {
      return false;
    }
    if (asked.withIdentity()) {
      return true;
    }
    if (item.type() == ItemType.GROUP) {
      return rows.stream()
          .skip(index + 1L)
          .takeWhile(inner -> inner.depth() > row.depth())
          .anyMatch(inner -> !hides(asked, inner.item(), now));
    }
    return !hides(asked, item, now);
  }

  private boolean hides(Asked asked, Item item, Instant now) {
    return declaring.identifies(asked.form(), item.linkId(), now)
        || item.linkId().equals("on-behalf");
  }

  /** Whether no further occurrence of the same group follows. */
  private static boolean lastOf(List<Row> rows, int index) {
    String linkId = rows.get(index).item().linkId();
    return rows.stream().skip(index + 1L).noneMatch(row -> row.item().linkId().equals(linkId));
  }

  private static Response withAnother(Questionnaire questionnaire, Asked asked) {
    Item group = asked.more() == null ? null : questionnaire.item(asked.more());
    if (group == null || !group.repeats() || group.type() != ItemType.GROUP) {
      return asked.response();
    }
    List<ResponseItem> items = new ArrayList<>(asked.response().items());
    boolean none = items.stream().noneMatch(item -> item.linkId().equals(group.linkId()));
    for (int blank = 0; blank < (none ? 2 : 1); blank++) {
      items.add(ResponseItem.group(group.linkId(), List.of()));
    }
    return asked.response().withItems(items);
  }

  private FormLine line(
      Asked asked,
      Row row,
      String parent,
      Map<String, String> conditions,
      boolean last,
      Locale language,
      Instant now) {
    Item item = row.item();
    String kind = kind(item);
    List<String> values = values(asked, row, language);
    return new FormLine(
        kind,
        FormFields.PREFIX + row.key(),
        parent,
        text(item, language),
        item.required(),
        row.depth(),
        inputType(item),
        item.bounds().maxLength(),
        values,
        choices(kind, row, values, language),
        declaring.unitLevel(asked.form(), item.linkId(), now),
        errors(asked, row, language),
        conditions.get(item.linkId()),
        item.type() == ItemType.GROUP && item.repeats() && last);
  }

  private static String text(Item item, Locale language) {
    String text = item.text().in(language.getLanguage());
    return item.prefix() == null ? text : item.prefix() + " " + text;
  }

  /** What was typed stands as it was typed, also where nothing could be made of it. */
  private static List<String> values(Asked asked, Row row, Locale language) {
    List<String> typed = asked.typed().get(row.key());
    List<String> values = typed == null ? begun(asked, row) : typed;
    return switch (row.item().type()) {
      case DATE_TIME -> values.stream().map(FormFields::local).toList();
      case OPEN_CHOICE ->
          values.stream().map(value -> inWords(row.item(), value, language)).toList();
      default -> values;
    };
  }

  /** On the first showing, what the form itself begins with where nothing is answered. */
  private static List<String> begun(Asked asked, Row row) {
    boolean first = asked.typed().isEmpty() && row.answers().isEmpty();
    return first ? row.item().initial().stream().map(FormPage::key).toList() : row.allShown();
  }

  private static String key(Value value) {
    return value instanceof Value.Code code ? code.code() : value.shown();
  }

  /** A field into which one types shows an option's words, not its code. */
  private static String inWords(Item item, String value, Locale language) {
    return item.options().stream()
        .filter(option -> option.key().equals(value))
        .map(option -> option.text().in(language.getLanguage()))
        .findFirst()
        .orElse(value);
  }

  private static String kind(Item item) {
    return switch (item.type()) {
      case GROUP -> "group";
      case DISPLAY -> "display";
      case BOOLEAN ->
          item.required() || "radio-button".equals(item.control()) ? "radio" : "checkbox";
      case CHOICE ->
          item.repeats() ? "checkbox" : item.options().size() > RADIOS_MOST ? "select" : "radio";
      case OPEN_CHOICE -> "suggest";
      case TEXT -> "text";
      default -> "input";
    };
  }

  private static String inputType(Item item) {
    return switch (item.type()) {
      case DATE -> "date";
      case DATE_TIME -> "datetime-local";
      case TIME -> "time";
      case INTEGER, DECIMAL, QUANTITY -> "number";
      default -> Set.of("phone").contains(item.linkId()) ? "tel" : byName(item.linkId());
    };
  }

  private static String byName(String linkId) {
    return linkId.equals("email") ? "email" : "text";
  }

  private List<FormLine.Choice> choices(
      String kind, Row row, List<String> values, Locale language) {
    Item item = row.item();
    List<FormLine.Choice> choices = new ArrayList<>();
    if (item.type() == ItemType.BOOLEAN && kind.equals("radio")) {
      for (String truth : List.of("false", "true")) {
        choices.add(
            new FormLine.Choice(
                truth, say("declarations.form." + truth, language), values.contains(truth)));
      }
    } else if (item.type() == ItemType.BOOLEAN) {
      choices.add(new FormLine.Choice("true", text(item, language), values.contains("true")));
    }
    for (Option option : item.options()) {
      choices.add(
          new FormLine.Choice(
              option.key(),
              option.text().in(language.getLanguage()),
              values.contains(option.key())));
    }
    return choices;
  }

  /** Faults at their fields: by the key, or by linkId and path. */
  private List<String> errors(Asked asked, Row row, Locale language) {
    Bounds bounds = row.item().bounds();
    return asked.faults().stream()
        .filter(fault -> isOf(fault, row))
        .map(fault -> words(fault, bounds, language))
        .distinct()
        .limit(1)
        .toList();
  }

  private static boolean isOf(AnswerFault fault, Row row) {
    if (!fault.linkId().equals(row.item().linkId())) {
      return false;
    }
    return fault.path().equals(row.key())
        || fault.path().equals(row.path())
        || fault.path().startsWith(row.path() + ".")
        || fault.path().equals("QuestionnaireResponse");
  }

  /** A fault in words; some questions say more plainly than others what they want. */
  public String words(AnswerFault fault, @Nullable Bounds bounds, Locale language) {
    Object[] most = {bounds == null || bounds.maxLength() == null ? "" : bounds.maxLength()};
    String other = say("declarations.fault.other", language);
    String common =
        Objects.requireNonNullElse(messages.getMessage(fault.key(), most, other, language), other);
    String own = fault.key() + "." + fault.linkId();
    return Objects.requireNonNullElse(messages.getMessage(own, most, common, language), common);
  }

  private String say(String key, Locale language) {
    return messages.getMessage(key, null, language);
  }
}
