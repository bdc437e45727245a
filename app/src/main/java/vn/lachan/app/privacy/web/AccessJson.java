package vn.lachan.app.privacy.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.people.Identity;
import vn.lachan.app.people.PersonFile;
import vn.lachan.app.privacy.AccessFile;
import vn.lachan.engine.scan.NationalCode;
import vn.lachan.engine.scan.Reading;

/**
 * The answer to a request for access in a form that other programs read. Field by field, so that
 * nothing goes out because somebody added it to a record. Times are UTC, dates are local.
 */
@Component
public class AccessJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final PrivacyWords words;

  AccessJson(PrivacyWords words) {
    this.words = words;
  }

  public byte[] write(AccessFile file) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("request", "YC-" + file.request());
    all.put("madeAt", file.madeAt().toString());
    all.put("identity", identity(file.identity()));
    all.put("records", file.records().stream().map(AccessJson::record).toList());
    all.put("nationalCodes", file.nationalCodes().stream().map(AccessJson::text).toList());
    all.put("householdMembers", file.household());
    all.put("visits", file.visits().stream().map(AccessJson::visit).toList());
    all.put("declarations", file.declarations().stream().map(AccessJson::declaration).toList());
    all.put("cases", file.cases().stream().map(AccessJson::inCase).toList());
    all.put("requests", file.requests().stream().map(AccessJson::asked).toList());
    all.put("readings", file.readings().stream().map(this::reading).toList());
    all.put(
        "withheld",
        file.withheld().stream()
            .map(kept -> Map.of("what", kept.name(), "why", words.word("withheld", kept)))
            .toList());
    return JSON.writeValueAsBytes(all);
  }

  private Map<String, @Nullable Object> identity(Identity identity) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", identity.name());
    fields.put("birth", text(identity.birth()));
    fields.put("sex", text(identity.sex()));
    fields.put(
        "phones",
        identity.phones().stream()
            .map(known -> Map.of("number", known.phone().national(), "proved", known.proved()))
            .toList());
    fields.put("citizenNumber", identity.citizenNumber());
    fields.put("address", identity.address());
    fields.put("residence", words.unit(identity.unit()));
    return fields;
  }

  private static Map<String, @Nullable Object> record(PersonFile.Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("source", entry.source().name());
    fields.put("createdAt", entry.createdAt().toString());
    fields.put("mergedAt", text(entry.mergedAt()));
    return fields;
  }

  /** A stay as both files of own data write it. */
  public static Map<String, @Nullable Object> visit(AccessFile.OwnVisit visit) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("place", visit.place() == null ? null : visit.place().name());
    fields.put("address", visit.place() == null ? null : visit.place().address());
    fields.put("enteredAt", visit.enteredAt().toString());
    fields.put("leftAt", visit.leftAt().toString());
    fields.put("departureInferred", visit.departureInferred());
    return fields;
  }

  private static Map<String, @Nullable Object> declaration(AccessFile.OwnDeclaration one) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("declaration", "KB-" + one.number());
    fields.put("form", one.form());
    fields.put("declaredAt", one.declaredAt().toString());
    fields.put("way", one.way().name());
    fields.put("level", one.level().name());
    fields.put("place", one.place() == null ? null : one.place().name());
    fields.put(
        "answers",
        one.answers().stream()
            .filter(line -> !line.heading())
            .map(line -> Map.of("question", line.question(), "answer", line.answer()))
            .toList());
    return fields;
  }

  private static Map<String, @Nullable Object> inCase(AccessFile.InCase one) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("as", one.facts() == null ? "CONTACT" : "CASE");
    fields.put("case", one.number() == null ? null : "CB-" + one.number());
    fields.put("disease", one.disease());
    fields.put("openedAt", one.openedAt().toString());
    fields.put("closedAt", text(one.closedAt()));
    if (one.facts() != null) {
      fields.put("symptomatic", one.facts().symptomatic());
      fields.put("onset", text(one.facts().onset()));
      fields.put("sample", text(one.facts().sample()));
      fields.put("confirmedOn", one.facts().confirmedOn().toString());
      fields.put("isolatedAt", text(one.facts().isolatedAt()));
    }
    fields.put("contactClass", text(one.contactClass()));
    fields.put("generation", one.generation());
    fields.put("lastExposureOn", text(one.lastDay()));
    fields.put("withdrawn", one.withdrawn());
    fields.put("followUp", text(one.followUp()));
    return fields;
  }

  private static Map<String, @Nullable Object> asked(AccessFile.Asked asked) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("request", "YC-" + asked.number());
    fields.put("kind", asked.kind().name());
    fields.put("receivedAt", asked.receivedAt().toString());
    fields.put("outcome", text(asked.outcome()));
    return fields;
  }

  private Map<String, @Nullable Object> reading(AccessFile.Reading reading) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("at", reading.at().toString());
    fields.put("act", reading.act());
    fields.put("byProgram", reading.byProgram());
    fields.put("role", text(reading.role()));
    fields.put("unit", words.unit(reading.unit()));
    fields.put("purpose", reading.purpose());
    if (reading.officer() != null) {
      fields.put("officer", reading.officer());
    }
    return fields;
  }

  private static String text(NationalCode code) {
    return code.wholeText() instanceof Reading.Accepted<String>(String text) ? text : "";
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
