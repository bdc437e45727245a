package vn.lachan.scanner;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.Filling;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.FormRefusal;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Row;
import vn.lachan.engine.form.WarningOutcome;
import vn.lachan.engine.form.WarningRules;
import vn.lachan.engine.form.Warnings;

/**
 * {@code form.mjs}: questionnaires without network, by the same engine as on the server. One
 * questionnaire with its rules is open at a time; {@link #open} takes both as JSON, the rules empty
 * where there are none. Every answer is JSON: {@code refused} names what cannot be used, {@code
 * faults} what is wrong with answers.
 */
public final class FormModule {
  private static @Nullable Questionnaire questionnaire;
  private static @Nullable WarningRules rules;

  private FormModule() {}

  /** Opens a questionnaire; answers its address and version, or {@code refused}. */
  @JSExport
  public static String open(String questionnaireJson, String rulesJson) {
    questionnaire = null;
    rules = null;
    if (!rulesJson.isEmpty()) {
      switch (Warnings.read(rulesJson)) {
        case FormReading.Accepted<WarningRules>(WarningRules read) -> rules = read;
        case FormReading.Refused<WarningRules>(List<FormRefusal> why) -> {
          return refused(why);
        }
      }
    }
    return switch (Forms.read(questionnaireJson)) {
      case FormReading.Accepted<Questionnaire>(Questionnaire read) -> {
        questionnaire = read;
        yield new JsonText().put("url", read.url()).put("version", read.version()).end();
      }
      case FormReading.Refused<Questionnaire>(List<FormRefusal> why) -> refused(why);
    };
  }

  /** What a form's fields mean: {@code response}, and {@code faults} in fields and answers. */
  @JSExport
  public static String fill(String[] names, String[] values, String authored) {
    Map<String, List<String>> fields = new TreeMap<>();
    for (int index = 0; index < names.length; index++) {
      fields.computeIfAbsent(names[index], name -> new ArrayList<>()).add(values[index]);
    }
    Filling filling = Forms.fill(opened(), fields, authored);
    List<Fault> faults = new ArrayList<>(filling.faults());
    faults.addAll(Forms.check(opened(), filling.response()));
    return new JsonText()
        .putJson("response", Forms.write(filling.response()))
        .putJson("faults", faults(faults))
        .end();
  }

  /** Everything wrong with a response. */
  @JSExport
  public static String check(String responseJson) {
    return switch (Forms.readResponse(responseJson)) {
      case ResponseReading.Accepted(Response response) ->
          new JsonText().putJson("faults", faults(Forms.check(opened(), response))).end();
      case ResponseReading.Refused(List<Fault> faults) ->
          new JsonText().putJson("faults", faults(faults)).end();
    };
  }

  /** The linkIds that are to be asked now, and the keys of their fields. */
  @JSExport
  public static String enabled(String responseJson) {
    if (!(Forms.readResponse(responseJson) instanceof ResponseReading.Accepted(var response))) {
      return check(responseJson);
    }
    List<String> keys = new ArrayList<>();
    for (Row row : Forms.walk(opened(), response)) {
      if (row.enabled()) {
        keys.add(row.key());
      }
    }
    return new JsonText()
        .put("enabled", List.copyOf(Forms.enabled(opened(), response)))
        .put("keys", keys)
        .end();
  }

  /** The colour that the rules give, and the codes of those that fired. */
  @JSExport
  public static String judge(String responseJson, String[] facts) {
    WarningRules judging = rules;
    if (judging == null) {
      return new JsonText().put("level", "GREEN").put("fired", List.of()).end();
    }
    if (!(Forms.readResponse(responseJson) instanceof ResponseReading.Accepted(var response))) {
      return check(responseJson);
    }
    Set<String> known = new HashSet<>(List.of(facts));
    WarningOutcome outcome = Warnings.level(judging, opened(), response, known);
    return new JsonText().put("level", outcome.level().name()).put("fired", outcome.fired()).end();
  }

  private static Questionnaire opened() {
    Questionnaire read = questionnaire;
    if (read == null) {
      throw new IllegalStateException("No questionnaire is open");
    }
    return read;
  }

  private static String refused(List<FormRefusal> refusals) {
    StringBuilder all = new StringBuilder("[");
    for (FormRefusal refusal : refusals) {
      all.append(all.length() > 1 ? "," : "")
          .append(
              new JsonText()
                  .put("path", refusal.path())
                  .put("code", refusal.code().name())
                  .put("detail", refusal.detail())
                  .end());
    }
    return new JsonText().putJson("refused", all.append(']').toString()).end();
  }

  private static String faults(List<Fault> faults) {
    StringBuilder all = new StringBuilder("[");
    for (Fault fault : faults) {
      all.append(all.length() > 1 ? "," : "")
          .append(
              new JsonText()
                  .put("path", fault.path())
                  .put("linkId", fault.linkId())
                  .put("code", fault.code().name())
                  .end());
    }
    return all.append(']').toString();
  }
}
