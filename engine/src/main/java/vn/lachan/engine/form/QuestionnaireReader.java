package vn.lachan.engine.form;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a FHIR R4 Questionnaire (9.8) into the model, or names all for which it cannot. */
final class QuestionnaireReader {
  private static final Set<String> STATUSES = Set.of("draft", "active", "retired", "unknown");

  /** What a questionnaire says that changes no question and no answer. */
  private static final Set<String> IGNORED =
      Set.of(
          "id",
          "meta",
          "text",
          "name",
          "identifier",
          "experimental",
          "subjectType",
          "date",
          "publisher",
          "contact",
          "useContext",
          "jurisdiction",
          "purpose",
          "approvalDate",
          "lastReviewDate",
          "code");

  private static final Set<String> UNSUPPORTED = Set.of("implicitRules", "derivedFrom");

  private final Refusals refusals = new Refusals();
  private final ValueSets valueSets = new ValueSets();

  FormReading<Questionnaire> read(String json, List<String> givenValueSets) {
    for (int index = 0; index < givenValueSets.size(); index++) {
      Source given = parse(givenValueSets.get(index), "ValueSet[" + index + "]");
      if (given != null) {
        valueSets.add(given, false);
      }
    }
    Source root = parse(json, "Questionnaire");
    if (root == null) {
      return refuse();
    }
    if (!"Questionnaire".equals(root.text("resourceType"))) {
      root.refuse(FormRefusalCode.RESOURCE_WRONG);
      return refuse();
    }
    for (Source contained : root.objects("contained")) {
      valueSets.add(contained, true);
    }
    Questionnaire questionnaire = readRoot(root);
    if (refusals.isEmpty()) {
      new ConditionCheck(questionnaire, refusals).check();
    }
    return refusals.isEmpty() ? new FormReading.Accepted<>(questionnaire) : refuse();
  }

  private Questionnaire readRoot(Source root) {
    String url = root.text("url");
    String version = root.text("version");
    String language = root.text("language");
    String copyright = root.text("copyright");
    String status = root.requiredText("status");
    if (!status.isEmpty() && !STATUSES.contains(status)) {
      root.refuseMember("status", FormRefusalCode.ELEMENT_MALFORMED, status);
    }
    LocalText title = LocalTextReader.read(root, "title");
    LocalText description = LocalTextReader.read(root, "description");
    Source period = root.object("effectivePeriod");
    for (Source extension : root.objects("extension")) {
      Extensions.refuseUnlessIgnored(extension, extension.requiredText("url"));
    }
    List<Item> items = new ItemReader(valueSets).read(root.objects("item"), 1);
    root.ignore(IGNORED);
    root.finish(UNSUPPORTED);
    Questionnaire.Head head =
        new Questionnaire.Head(
            url == null ? "" : url,
            version == null ? "" : version,
            status,
            language == null ? "" : language,
            title,
            description,
            copyright == null ? "" : copyright,
            end(period, "start"),
            end(period, "end"));
    return new Questionnaire(head, items);
  }

  private static @Nullable String end(@Nullable Source period, String name) {
    String moment = period == null ? null : period.text(name);
    if (period != null && moment != null && !Dates.isDateTime(moment)) {
      period.refuseMember(name, FormRefusalCode.ELEMENT_MALFORMED, moment);
    }
    return moment;
  }

  private @Nullable Source parse(String json, String path) {
    return parse(json, path, refusals);
  }

  /** The object of a text; null, and refused, where it is none. */
  static @Nullable Source parse(String json, String path, Refusals refusals) {
    JsonReader reader = new JsonReader(json);
    Json parsed = reader.read();
    if (parsed instanceof Json.Members members) {
      return new Source(members, path, refusals);
    }
    if (reader.isTooLarge()) {
      refusals.add(path, FormRefusalCode.JSON_TOO_LARGE);
    } else if (parsed == null) {
      refusals.add(path, FormRefusalCode.JSON_MALFORMED, Integer.toString(reader.position()));
    } else {
      refusals.add(path, FormRefusalCode.RESOURCE_WRONG);
    }
    return null;
  }

  private FormReading<Questionnaire> refuse() {
    return new FormReading.Refused<>(refusals.list());
  }
}
