package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The forms and rules that the program ships are accepted, and judge as the notes on them say. */
class NationalFormTests {
  static final Path FOLDER = Path.of("..", "app", "src", "main", "resources", "forms");
  private static final String NOON = "2021-08-01T12:00:00+07:00";

  @Test
  void everyShippedFormIsAcceptedAndHasEnglishForEveryText() throws IOException {
    List<Questionnaire> forms = forms();
    assertThat(forms).hasSize(6);
    for (Questionnaire form : forms) {
      for (String linkId : form.linkIds()) {
        String vietnamese = form.text(linkId, "vi");
        assertThat(form.text(linkId, "en").equals(vietnamese))
            .as(form.url() + " " + linkId)
            .isEqualTo(vietnamese.isEmpty() || vietnamese.equals("Email"));
      }
      assertThat(form.copyright()).contains("chưa đối chiếu văn bản gốc");
    }
  }

  @Test
  void theRulesFitTheForms() throws IOException {
    WarningRules rules = rules();
    assertThat(Warnings.misfits(rules, forms())).isEmpty();
    assertThat(forms()).allMatch(rules::judges);
    assertThat(rules.isValidOn("2021-06-07")).isFalse();
    assertThat(rules.isValidOn("2021-06-08")).isTrue();
  }

  @Test
  void colours() throws IOException {
    String table =
        """
        residents-declaration
        residents-declaration symptoms => YELLOW [symptom]
        residents-declaration contact-patient => YELLOW [contact]
        residents-declaration symptoms contact-symptomatic => RED [symptom-and-exposure, symptom, contact]
        residents-declaration symptoms +listed-area => RED [symptom-and-exposure, symptom, listed-area]
        residents-declaration +listed-area => YELLOW [listed-area]
        residents-declaration => GREEN []
        domestic-travel-declaration symptoms => YELLOW [symptom]
        domestic-travel-declaration symptoms contact-patient => RED [symptom-and-exposure, symptom, contact]
        entry-declaration +recent-entry => YELLOW [recent-entry]
        entry-declaration rash exposure-patient => RED [symptom-and-exposure, symptom, contact]
        entry-declaration exposure-animals => GREEN []
        """;
    for (String line : table.lines().filter(text -> text.contains("=>")).toList()) {
      String[] sides = line.split(" *=> *");
      List<String> words = List.of(sides[0].split(" "));
      assertThat(outcome(words)).as(line).isEqualTo(sides[1]);
    }
  }

  @Test
  void aPostedFormBecomesACheckedResponse() throws IOException {
    Questionnaire form = form("residents-declaration");
    Map<String, List<String>> fields = resident();
    fields.put("travel-places", List.of("hidden by the page, and sent all the same"));
    Filling filling = Forms.fill(form, fields, NOON);
    assertThat(filling.faults()).isEmpty();
    assertThat(Forms.check(form, filling.response())).isEmpty();
    assertThat(Forms.write(filling.response())).doesNotContain("travel-places");
    fields.remove("full-name");
    fields.put("birth-year", List.of("1899"));
    fields.put("travel", List.of("true"));
    fields.remove("travel-places");
    Filling wrong = Forms.fill(form, fields, NOON);
    assertThat(Forms.check(form, wrong.response()))
        .containsExactlyInAnyOrder(
            new Fault("QuestionnaireResponse.item[0]", "full-name", FaultCode.ANSWER_MISSING),
            new Fault(
                "QuestionnaireResponse.item[0].item[0].answer[0]",
                "birth-year",
                FaultCode.ANSWER_TOO_SMALL),
            new Fault(
                "QuestionnaireResponse.item[1].answer[0]",
                "travel-places",
                FaultCode.ANSWER_MISSING));
  }

  @Test
  void theSecondVersionAsksEveryGroupAndNoDistrict() throws IOException {
    for (String name : List.of("residents-declaration", "domestic-travel-declaration")) {
      Questionnaire form = form(name + "-2");
      Response nothing = Forms.fill(form, Map.of(), "2025-07-01T12:00:00+07:00").response();
      assertThat(Forms.check(form, nothing))
          .as(name)
          .extracting(Fault::linkId)
          .contains("full-name", "commune", "travel", "symptoms", "contact-patient")
          .doesNotContain("contact", "travel-places");
      assertThat(form.linkIds()).noneMatch(linkId -> linkId.endsWith("district"));
      assertThat(form.isEffectiveOn("2025-06-30")).isFalse();
      assertThat(form(name).isEffectiveOn("2025-07-01")).isFalse();
    }
  }

  private static String outcome(List<String> words) throws IOException {
    Questionnaire form = form(words.get(0));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> facts = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith("+")) {
        facts.add(word.substring(1));
      } else {
        fields.put(word, List.of("true"));
      }
    }
    Response response = Forms.fill(form, fields, NOON).response();
    WarningOutcome outcome = Warnings.level(rules(), form, response, Set.copyOf(facts));
    return outcome.level() + " " + outcome.fired();
  }

  static Map<String, List<String>> resident() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("full-name", List.of("NGUYỄN VĂN AN"));
    fields.put("birth-year", List.of("1990"));
    fields.put("gender", List.of("male"));
    fields.put("nationality", List.of("việt nam"));
    fields.put("province", List.of("38"));
    fields.put("commune", List.of("15664"));
    fields.put("address", List.of("Thôn 3"));
    fields.put("phone", List.of("0912345678"));
    fields.put("travel", List.of("false"));
    fields.put("symptoms", List.of("false"));
    for (String row : List.of("patient", "from-country", "symptomatic")) {
      fields.put("contact-" + row, List.of("false"));
    }
    return fields;
  }

  static List<Questionnaire> forms() throws IOException {
    List<Questionnaire> forms = new ArrayList<>();
    for (String name :
        List.of("residents-declaration", "domestic-travel-declaration", "entry-declaration")) {
      forms.add(form(name));
      forms.add(form(name + "-2"));
    }
    return forms;
  }

  static Questionnaire form(String name) throws IOException {
    return FormChecks.accepted(Files.readString(FOLDER.resolve(name + ".json")));
  }

  private static WarningRules rules() throws IOException {
    return switch (Warnings.read(Files.readString(FOLDER.resolve("covid-19-warnings.json")))) {
      case FormReading.Accepted<WarningRules>(WarningRules rules) -> rules;
      case FormReading.Refused<WarningRules>(List<FormRefusal> refusals) ->
          throw new AssertionError(refusals);
    };
  }
}
